import type { HypothesisId, UserId } from '@sitrep/shared/kernel/ids';
import type { Plan } from '@sitrep/shared/mitigations/events';
import type { Risk } from '@sitrep/shared/mitigations/values';

/** A plan as it is typed: all of it text. */
export type PlanDraft = {
  readonly title: string;
  readonly services: string;
  readonly risk: Risk;
  readonly owner: UserId | '';
  /** Minutes. */
  readonly timeBox: string;
  readonly expectedSignal: string;
  readonly hypothesisId: string;
  readonly steps: string;
  readonly rollback: string;
};

export const EMPTY_DRAFT: PlanDraft = {
  title: '',
  services: '',
  risk: 'medium',
  owner: '',
  timeBox: '',
  expectedSignal: '',
  hypothesisId: '',
  steps: '',
  rollback: '',
};

const MINUTE = 60_000;

export const draftOf = ({ timeBox, services, owner, hypothesisId, ...rest }: Plan): PlanDraft => ({
  ...rest,
  owner: owner ?? '',
  hypothesisId: hypothesisId ?? '',
  services: services.join(', '),
  timeBox: timeBox === undefined ? '' : String(Math.round(timeBox / MINUTE)),
});

/** "api, db" → both; what is named twice once. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

export const withName = (text: string, name: string): string => [...namesIn(text), name].join(', ');

/** Whole minutes in ms; nothing where it is none between these. */
export const minutesIn = (text: string, least: number): number | undefined => {
  const minutes = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return minutes >= least && minutes <= 24 * 60 ? minutes * MINUTE : undefined;
};

export type DraftFault = 'title' | 'timeBox';

export const faultsOf = ({ title, timeBox }: PlanDraft): readonly DraftFault[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(timeBox.trim() === '' || minutesIn(timeBox, 1) !== undefined ? [] : (['timeBox'] as const)),
];

/** For a proposal: what was left empty is left out. */
export const proposalOf = (draft: PlanDraft) => {
  const { owner, hypothesisId, timeBox, ...cleared } = amendmentOf(draft);
  return {
    ...cleared,
    ...(owner === null ? {} : { owner }),
    ...(hypothesisId === null ? {} : { hypothesisId }),
    ...(timeBox === null ? {} : { timeBox }),
  };
};

/** For an amendment: what was emptied is cleared. */
export const amendmentOf = ({ title, risk, services, expectedSignal, steps, rollback, ...rest }: PlanDraft) => ({
  title,
  risk,
  services: namesIn(services),
  expectedSignal,
  steps,
  rollback,
  owner: rest.owner === '' ? null : rest.owner,
  hypothesisId: rest.hypothesisId === '' ? null : (rest.hypothesisId as HypothesisId),
  timeBox: minutesIn(rest.timeBox, 1) ?? null,
});
