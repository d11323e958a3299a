import { IMPACT_FIELDS, type ImpactChanges, type ImpactField } from '@sitrep/shared/situation/events';
import { changedSince, differing } from '@sitrep/shared/situation/impact';
import type { Impact } from '@sitrep/shared/situation/state';
import * as z from 'zod/mini';
import { fromLocalInput, localInput } from '../../../widgets/time-format.ts';

/** What is being written of the impact, in the way of its form, and the revision that it began with. */
const ImpactDraft = z.object({
  base: z.int(),
  users: z.string(),
  business: z.string(),
  reputation: z.string(),
  numbers: z.array(z.object({ label: z.string(), value: z.string() })),
  startedAt: z.string(),
  endedAt: z.string(),
  /** What its writer has changed: the rest follows what others write. */
  touched: z.array(z.enum(IMPACT_FIELDS as readonly [ImpactField, ...ImpactField[]])),
});
export type ImpactDraft = z.output<typeof ImpactDraft>;
export type DraftField = Exclude<keyof ImpactDraft, 'base' | 'touched'>;

export const draftOf = (impact: Impact): ImpactDraft => ({
  base: impact.revision,
  users: impact.users,
  business: impact.business,
  reputation: impact.reputation,
  numbers: [...impact.numbers],
  startedAt: impact.startedAt === undefined ? '' : localInput(impact.startedAt),
  endedAt: impact.endedAt === undefined ? '' : localInput(impact.endedAt),
  touched: [],
});

/** What was kept, over what stands now; nothing for what cannot be read. */
export const parseImpactDraft = (stored: string | undefined): ImpactDraft | undefined => {
  if (stored === undefined) return undefined;
  try {
    return ImpactDraft.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
};

export const withField = <F extends DraftField>(draft: ImpactDraft, field: F, value: ImpactDraft[F]): ImpactDraft => ({
  ...draft,
  [field]: value,
  touched: [...draft.touched.filter((other) => other !== field), field],
});

/** As the command takes it: only what its writer changed. */
export const changesOf = (draft: ImpactDraft): ImpactChanges => {
  const all: ImpactChanges = {
    users: draft.users.trimEnd(),
    business: draft.business.trimEnd(),
    reputation: draft.reputation.trimEnd(),
    numbers: draft.numbers
      .map(({ label, value }) => ({ label: label.trim(), value: value.trim() }))
      .filter(({ label, value }) => label !== '' || value !== ''),
    startedAt: fromLocalInput(draft.startedAt) ?? null,
    endedAt: fromLocalInput(draft.endedAt) ?? null,
  };
  return Object.fromEntries(draft.touched.map((field) => [field, all[field]]));
};

/** A number of which one half is missing. */
export const hasIncomplete = ({ numbers }: ImpactDraft): boolean =>
  numbers.some(({ label, value }) => (label.trim() === '') !== (value.trim() === ''));

/** Fields where somebody else's words stand since, and are others than the writer's. */
export const overtakenIn = (draft: ImpactDraft, impact: Impact): readonly ImpactField[] =>
  changedSince(impact, differing(impact, changesOf(draft)), draft.base);

/** The writer gives up these fields. */
export const takingTheirs = (draft: ImpactDraft, impact: Impact, fields: readonly ImpactField[]): ImpactDraft => ({
  ...draft,
  base: impact.revision,
  touched: draft.touched.filter((field) => !fields.includes(field)),
});

/** What the form shows: the writer's words, and of what they did not touch what stands. */
export const shownDraft = (draft: ImpactDraft, impact: Impact): ImpactDraft => {
  const theirs = draftOf(impact);
  const kept = Object.fromEntries(
    (Object.keys(theirs) as (keyof ImpactDraft)[])
      .filter((field) => draft.touched.some((touched) => touched === field))
      .map((field) => [field, draft[field]]),
  );
  return { ...theirs, ...kept, base: draft.base, touched: draft.touched };
};
