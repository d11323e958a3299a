import type { UserId } from '@sitrep/shared/kernel/ids';
import type { HandoverCard } from '@sitrep/shared/situation/handover-card';
import { IMPACT_TEXTS } from '@sitrep/shared/situation/values';
import type { useTranslations } from 'use-intl';

/** What the card is worded with, so that it needs no screen. */
export type CardWording = {
  readonly t: ReturnType<typeof useTranslations<'handover'>>;
  readonly severity: (severity: number) => string;
  readonly status: (status: string) => string;
  readonly role: (role: string) => string;
  readonly person: (id: UserId) => string;
  readonly time: (at: number) => string;
};

export type CardLine = { readonly text: string; /** Ticked or not, for what can be. */ readonly done?: boolean };
export type CardSection = { readonly title: string; readonly lines: readonly CardLine[] };

/** What is empty is left out. */
export const cardSections = (card: HandoverCard, wording: CardWording): readonly CardSection[] => {
  const { t, time } = wording;
  const sections: readonly (readonly [title: Parameters<typeof sectionTitle>[0], lines: readonly CardLine[]])[] = [
    ['situation', texts(card.summary, ...card.causes.map((text) => t('cause', { text })))],
    ['impact', impact(card, t)],
    ['objectives', texts(card.objectives)],
    ['criteria', card.criteria.map(({ text, met }) => ({ text, done: met }))],
    ['mitigations', card.mitigations.map((mitigation) => ({ text: mitigationLine(mitigation, wording) }))],
    ['hypotheses', card.hypotheses.map((hypothesis) => ({ text: hypothesisLine(hypothesis, wording) }))],
    ['tasks', card.tasks.map((task) => ({ text: taskLine(task, wording) }))],
    ['tried', card.tried.map((tried) => ({ text: triedLine(tried, t) }))],
    ['people', people(card, wording)],
    ['needs', card.needs.map((need) => ({ text: needLine(need, wording) }))],
    ['next', card.nextUpdateDueAt === undefined ? [] : texts(time(card.nextUpdateDueAt))],
  ];
  return sections.flatMap(([key, lines]) => (lines.length === 0 ? [] : [{ title: sectionTitle(key, t), lines }]));
};

type T = CardWording['t'];

const sectionTitle = (
  key:
    | 'situation'
    | 'impact'
    | 'objectives'
    | 'criteria'
    | 'mitigations'
    | 'hypotheses'
    | 'tasks'
    | 'tried'
    | 'people'
    | 'needs'
    | 'next',
  t: T,
): string => t(`section.${key}`);

const texts = (...all: readonly string[]): readonly CardLine[] =>
  all.flatMap((text) => (text === '' ? [] : [{ text }]));

const impact = ({ impact: { numbers, trend, ...words } }: HandoverCard, t: T): readonly CardLine[] =>
  texts(
    ...IMPACT_TEXTS.map((field) => (words[field] === '' ? '' : t(field, { text: words[field] }))),
    ...numbers.map(({ label, value }) => t('number', { label, value })),
    trend === undefined ? '' : t(`trend.${trend}`),
  );

const mitigationLine = (mitigation: HandoverCard['mitigations'][number], { t, person, time }: CardWording): string => {
  const { number, title, status, owner, dueAt } = mitigation;
  const more = [
    status === 'proposed' || status === 'approved' || status === 'executing' || status === 'executed'
      ? t(`mitigationStatus.${status}`)
      : status,
    ...(owner === undefined ? [] : [t('by', { name: person(owner) })]),
    ...(dueAt === undefined ? [] : [t('until', { time: time(dueAt) })]),
  ];
  return t('mitigation', { number, title, more: more.join(', ') });
};

const hypothesisLine = (hypothesis: HandoverCard['hypotheses'][number], { t, person, time }: CardWording): string => {
  const { number, text, tester, until } = hypothesis;
  const more = [
    tester === undefined ? t('untested') : t('testedBy', { name: person(tester) }),
    ...(until === undefined ? [] : [t('until', { time: time(until) })]),
  ];
  return t('hypothesis', { number, text, more: more.join(', ') });
};

const taskLine = (task: HandoverCard['tasks'][number], { t, person, time }: CardWording): string => {
  const { number, text, assignee, dueAt, acknowledged } = task;
  const more = [
    person(assignee),
    ...(dueAt === undefined ? [] : [t('due', { time: time(dueAt) })]),
    ...(acknowledged ? [] : [t('notAcknowledged')]),
  ];
  return t('task', { number, text, more: more.join(', ') });
};

const OUTCOMES = ['effective', 'ineffective', 'rolled-back', 'halted', 'ruled-out'] as const;

const triedLine = ({ kind, number, what, outcome, seen }: HandoverCard['tried'][number], t: T): string => {
  const known = OUTCOMES.find((one) => one === outcome);
  const values = { number, what, outcome: known === undefined ? outcome : t(`outcome.${known}`) };
  const tried = t(kind === 'mitigation' ? 'triedMitigation' : 'triedHypothesis', values);
  return seen === undefined ? tried : t('seen', { tried, seen });
};

const needLine = ({ text, claimedBy }: HandoverCard['needs'][number], { t, person }: CardWording): string =>
  claimedBy === undefined ? t('need', { text }) : t('needClaimed', { text, name: person(claimedBy) });

const people = ({ roles, responders }: HandoverCard, { t, role, person }: CardWording): readonly CardLine[] =>
  texts(
    roles.some((held) => held.role === 'commander') ? '' : t('noCommander'),
    ...roles.map((held) => t('role', { role: role(held.role), name: person(held.userId) })),
    responders.length === 0 ? '' : t('responders', { names: responders.map(person).join(', ') }),
  );
