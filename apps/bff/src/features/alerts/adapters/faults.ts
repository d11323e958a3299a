import { Refusal } from '@sitrep/shared/kernel/errors';

/** A body that as a whole is not what the source sends. */
export const shapeFault = (path: string, message: string): Refusal =>
  new Refusal('invalid', path === '' ? message : `${path}: ${message}`, { faults: [{ path, message }] });

/** What a value is, for the sentence that says it should be something else. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};
