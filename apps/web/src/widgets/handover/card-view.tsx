import type { HandoverCard } from '@sitrep/shared/situation/handover-card';
import { Square, SquareCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortTime } from '../use-short-time.ts';
import { cardSections, type CardLine } from './sections.ts';
import { useCardWording } from './use-card-wording.ts';

/** The card as it is read: before it is recorded, by a successor, and in the timeline. */
export const HandoverCardView = ({ card }: { card: HandoverCard }) => {
  const t = useTranslations('handover');
  const wording = useCardWording(useShortTime());
  const { severity, key, title, status, startedAt, leftOut } = card;
  return (
    <article data-print="" className="grid gap-3 rounded-m border border-border bg-surface p-3">
      <header>
        <h3 className="font-semibold break-words">
          {t('heading', { severity: wording.severity(severity), key, title })}
        </h3>
        <p className="text-dense text-text-2">
          {t('state', { status: wording.status(status), time: wording.time(startedAt) })}
        </p>
      </header>
      <div className="gap-6 @lg:columns-2">
        {cardSections(card, wording).map((section) => (
          <section key={section.title} className="mb-3 min-w-0 break-inside-avoid last:mb-0">
            <h4 className="text-meta font-semibold text-text-2">{section.title}</h4>
            <ul className="grid gap-0.5">
              {section.lines.map((line, index) => (
                // Nothing about a card changes.
                // oxlint-disable-next-line react/no-array-index-key
                <Line key={index} line={line} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {leftOut === 0 ? null : <p className="text-meta text-text-2">{t('leftOut', { count: leftOut })}</p>}
    </article>
  );
};

const Line = ({ line: { text, done } }: { line: CardLine }) => {
  const t = useTranslations('handover');
  if (done === undefined) return <li className="break-words whitespace-pre-wrap">{text}</li>;
  const Box = done ? SquareCheck : Square;
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-1.5">
      <Box size={14} aria-hidden className="mt-0.5 text-text-2" />
      <span className="break-words">
        {text} <span className="sr-only">{t(done ? 'criterionMet' : 'criterionOpen')}</span>
      </span>
    </li>
  );
};
