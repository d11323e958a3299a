import type * as z from 'zod/mini';
import { Refusal, type RefusalDetails } from './errors.ts';
import { faultMessage } from './fault-message.ts';

type Fault = NonNullable<RefusalDetails['faults']>[number];

// Ten thousand bad alerts in one body need not be listed one by one.
const MAX_FAULTS = 20;

/**
 * What comes from outside, checked by its schema. Messages go in with each call: nothing global is configured.
 * @throws Refusal `invalid`, each fault by its path such as `alerts[3].title`.
 */
export const parseInput = <Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input, { error: faultMessage });
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(byField);
  const faults = issues.slice(0, MAX_FAULTS).map(({ path, message }): Fault => ({ path: pathOf(path), message }));
  throw new Refusal('invalid', sentenceOf(faults, issues.length), { faults });
};

/** Surplus fields come together, under the path of what they are in. */
const byField = (issue: z.core.$ZodIssue): readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], message: issue.message }))
    : [issue];

const sentenceOf = ([first]: readonly Fault[], count: number): string => {
  if (first === undefined) return 'This is not valid.';
  const more = count > 1 ? ` ${count - 1} more ${count === 2 ? 'fault' : 'faults'}.` : '';
  return (first.path === '' ? first.message : `${first.path}: ${first.message}`) + more;
};

const pathOf = (path: readonly PropertyKey[]): string => path.map((key, index) => segment(key, index === 0)).join('');

const segment = (key: PropertyKey, first: boolean): string => {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `[${JSON.stringify(name)}]`;
  return first ? name : `.${name}`;
};
