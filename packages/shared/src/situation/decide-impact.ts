import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import { invalid, notInFuture } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { NOTHING, open, type Deciding } from './deciding.ts';
import type { ImpactChanges } from './events.ts';
import { changedSince, differing, fieldsIn, impactFields, impactValue, withImpact } from './impact.ts';
import type { Impact } from './state.ts';

export const changeImpact: Deciding<ImpactChanges & Undoing & { base?: number | undefined }> = (
  { incidentId: _incidentId, base, undoOf, ...asked },
  context,
  { now, actor },
) => {
  const { impact } = open(context);
  for (const field of fieldsIn(asked)) {
    stepBack(impact.changes[field], { field }, { undoOf, actor, to: impactValue(asked[field]) });
  }
  const fields = differing(impact, asked);
  if (fields.length === 0) return NOTHING;
  mustBeBasedOn(impact, fields, base);
  const changes = Object.fromEntries(fields.map((field) => [field, asked[field]])) as ImpactChanges;
  mustBeTimes(withImpact(impact, changes), now);
  return [
    {
      type: 'situation.impact-changed',
      data: {
        revision: impact.revision + 1,
        changes,
        before: impactFields(impact, fields),
        ...takingBack(undoOf),
      },
    },
  ];
};

/** Nobody overwrites what they have not seen; fields that nobody else touched are theirs to change. */
const mustBeBasedOn = (impact: Impact, fields: ReturnType<typeof differing>, base: number | undefined): void => {
  const stale = base === undefined ? [] : changedSince(impact, fields, base);
  if (stale.length === 0) return;
  throw new Refusal('conflict', 'The impact was changed meanwhile.', {
    current: { revision: impact.revision, ...impactFields(impact, stale) },
  });
};

const mustBeTimes = ({ startedAt, endedAt }: Impact, now: number): void => {
  if (startedAt !== undefined) notInFuture('startedAt', startedAt, now);
  if (endedAt === undefined) return;
  notInFuture('endedAt', endedAt, now);
  if (startedAt !== undefined && endedAt < startedAt) throw invalid('endedAt', 'It cannot end before it started.');
};
