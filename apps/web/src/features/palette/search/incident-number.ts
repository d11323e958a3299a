import { incidentKey, type IncidentKey } from '@sitrep/shared/incidents/values';

/** The key that was meant by `42`, `2026-42`, `inc 42` or `INC-2026-0042`; a number alone is one of this year. */
export const keyMeantBy = (typed: string, now: number): IncidentKey | undefined => {
  const match = /^(?:inc)?[\s-]*(?:(\d{4})-)?(\d{1,6})$/i.exec(typed.trim());
  if (match === null) return undefined;
  const [, year, digits = ''] = match;
  const number = Number(digits);
  return number === 0
    ? undefined
    : incidentKey(year === undefined ? new Date(now).getUTCFullYear() : Number(year), number);
};
