import type { Brief } from '@sitrep/shared/rooms/brief';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { useTranslations } from 'use-intl';

/** What the sentence is made with, so that it needs no screen. */
export type BriefWording = {
  readonly t: ReturnType<typeof useTranslations<'brief'>>;
  readonly words: ReturnType<typeof useTranslations<'words'>>;
  readonly age: (ms: number) => string;
  readonly person: (id: UserId) => string;
};

/** One sentence, at most 15 seconds long when it is read. `spoken`: without what only eyes can use. */
export const briefText = (brief: Brief, wording: BriefWording, form: 'chat' | 'spoken'): string => {
  const { t, words, age } = wording;
  const { severity, key, title, status } = brief;
  const over = status === 'resolved' || status === 'closed';
  return t(form, {
    severity: form === 'spoken' ? t('severitySpoken', { severity }) : words('severity', { severity }),
    key,
    title,
    services: servicesOf(brief, t),
    status: words(`status.${status}`).toLowerCase(),
    lasted: t(over ? 'over' : 'open', { age: age(brief.lastedMs) }),
    impact: impactOf(brief, wording),
    plan: brief.plan === undefined ? '' : t(`plan.${brief.plan.status}`, withMore(brief.plan, t)),
    testing: brief.testing === undefined ? '' : t('testing', withMore(brief.testing, t)),
    update: updateOf(brief, wording),
    lead: brief.commander === undefined ? '' : t('commands', { name: wording.person(brief.commander) }),
    action:
      brief.action === undefined
        ? ''
        : t(`action.${brief.action.kind}`, { age: age(brief.action.agoMs), text: brief.action.text }),
    needs: needsOf(brief, t),
  });
};

type T = BriefWording['t'];

const servicesOf = ({ services, moreServices }: Brief, t: T): string => {
  if (services.length === 0) return '';
  if (moreServices > 0) return t('servicesMore', { services: services.join(', '), more: moreServices });
  return t('services', { services: listed(services, t) });
};

const impactOf = ({ impact }: Brief, { t, words }: BriefWording): string => {
  if (impact === undefined) return '';
  const { confidence, trend } = impact;
  const text = `${impact.text}${trend === undefined ? '' : t(`trend.${trend}`)}`;
  if (confidence === undefined || confidence === 'confirmed') return t('impact', { text });
  return t('impactUnsure', { text, confidence: words(`confidence.${confidence}`).toLowerCase() });
};

const withMore = ({ text, more }: { text: string; more: number }, t: T): { text: string; more: string } => ({
  text,
  more: more === 0 ? '' : t('more', { count: more }),
});

const needsOf = ({ needs, wanted }: Brief, t: T): string => {
  const all = [...needs.map((need) => t(`need.${need}`)), ...wanted];
  return all.length === 0 ? '' : t('needs', { needs: listed(all, t) });
};

const updateOf = ({ updateInMs }: Brief, { t, age }: BriefWording): string => {
  if (updateInMs === undefined) return '';
  return updateInMs < 0 ? t('updateOver', { age: age(-updateInMs) }) : t('updateIn', { age: age(updateInMs) });
};

const listed = (items: readonly string[], t: T): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${t('and')}${items.at(-1) ?? ''}`;
