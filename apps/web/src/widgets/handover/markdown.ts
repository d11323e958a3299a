import type { HandoverCard } from '@sitrep/shared/situation/handover-card';
import { cardSections, type CardLine, type CardWording } from './sections.ts';

/** As it is pasted into a chat or a document. */
export const cardMarkdown = (card: HandoverCard, wording: CardWording): string => {
  const { t } = wording;
  const heading = t('heading', {
    severity: wording.severity(card.severity),
    key: card.key,
    title: escaped(card.title),
  });
  const state = t('state', { status: wording.status(card.status), time: wording.time(card.startedAt) });
  const sections = cardSections(card, wording).map(
    ({ title, lines }) => `### ${title}\n\n${lines.map(bullet).join('\n')}`,
  );
  const leftOut = card.leftOut === 0 ? [] : [t('leftOut', { count: card.leftOut })];
  return [`## ${heading}`, state, ...sections, ...leftOut].join('\n\n').concat('\n');
};

const bullet = ({ text, done }: CardLine): string => {
  const box = done === undefined ? '' : done ? '[x] ' : '[ ] ';
  // Further lines belong to their bullet.
  return `- ${box}${escaped(text).replace(/\n/gu, '\n  ')}`;
};

/** What people wrote stays what they wrote: signs that would make it a heading, a link or markup are taken as signs. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/gu, String.raw`\$&`);
