import type { ChangeValue } from '../kernel/changes.ts';
import { IMPACT_FIELDS, type ImpactChanges, type ImpactField } from './events.ts';
import type { Impact } from './state.ts';

/** A field as a change of it names it. */
export const impactValue = (value: ImpactChanges[ImpactField]): ChangeValue =>
  Array.isArray(value)
    ? JSON.stringify(value.map(({ label, value: figure }) => [label, figure]))
    : (value ?? undefined);

const now = (impact: Impact, field: ImpactField): ImpactChanges[ImpactField] =>
  field === 'numbers' ? [...impact.numbers] : (impact[field] ?? null);

/** What stands in some of the fields. */
export const impactFields = (impact: Impact, fields: readonly ImpactField[]): ImpactChanges =>
  Object.fromEntries(fields.map((field) => [field, now(impact, field)]));

export const fieldsIn = (changes: ImpactChanges): readonly ImpactField[] =>
  IMPACT_FIELDS.filter((field) => changes[field] !== undefined);

/** The fields that would be others than they are. */
export const differing = (impact: Impact, changes: ImpactChanges): readonly ImpactField[] =>
  fieldsIn(changes).filter((field) => impactValue(changes[field]) !== impactValue(now(impact, field)));

/** Those that somebody changed after the revision that was seen. */
export const changedSince = (
  impact: Impact,
  fields: readonly ImpactField[],
  revision: number,
): readonly ImpactField[] => fields.filter((field) => (impact.changes[field]?.revision ?? 0) > revision);

const isSet = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

export const withImpact = (impact: Impact, changes: ImpactChanges): Impact => {
  const { trend = impact.trend, startedAt = impact.startedAt, endedAt = impact.endedAt } = changes;
  const { trend: _trend, startedAt: _startedAt, endedAt: _endedAt, ...rest } = impact;
  return {
    ...rest,
    users: changes.users ?? impact.users,
    business: changes.business ?? impact.business,
    reputation: changes.reputation ?? impact.reputation,
    numbers: changes.numbers ?? impact.numbers,
    ...(isSet(trend) ? { trend } : {}),
    ...(isSet(startedAt) ? { startedAt } : {}),
    ...(isSet(endedAt) ? { endedAt } : {}),
  };
};
