import * as z from 'zod/mini';

/** What the other incident is to this one. */
export const RELATIONS = ['related', 'parent', 'child', 'duplicate', 'merged'] as const;
export const RelationKind = z.enum(RELATIONS);
export type RelationKind = z.output<typeof RelationKind>;
