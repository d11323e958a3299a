import * as z from 'zod/mini';
import { parseInput } from '@sitrep/shared/kernel/parse';

const whole = (least: number, most: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^\d{1,15}$/, 'A whole number.')),
      z.transform((digits: string) => Number(digits)),
    ),
    z.int().check(z.gte(least), z.lte(most)),
  );

/** Query parameters that several routes take. */
export const QUERY = {
  limit: z.optional(whole(1, 200)),
  /** Of a timeline: whoever filters or searches takes all of it. */
  entries: z.optional(whole(1, 1_000)),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  search: z.optional(z.string().check(z.maxLength(200))),
  /** Answers once this position can be seen. */
  atLeast: z.optional(whole(0, Number.MAX_SAFE_INTEGER)),
  before: z.optional(whole(1, Number.MAX_SAFE_INTEGER)),
  /** A version of the incident's stream. */
  since: z.optional(whole(0, Number.MAX_SAFE_INTEGER)),
  /** ISO time or position. */
  at: z.optional(z.string().check(z.maxLength(40))),
  format: z.optional(z.enum(['markdown', 'json'])),
} as const;

type Fields = Partial<typeof QUERY>;

/** @throws Refusal `invalid` for a parameter that is wrong, by its name. */
export const parseQuery = <F extends Fields>(fields: F, query: unknown) => parseInput(z.object(fields), query);
