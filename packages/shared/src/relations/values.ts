import * as z from 'zod/mini';

/** What the other incident is to this one. */
export const RELATIONS = ['related', 'parent', 'child', 'duplicate', 'merged'] as const;
export const RelationKind = z.enum(RELATIONS);
export type RelationKind = z.output<typeof RelationKind>;

/** What people say of two incidents; the other kinds come of closing one of them. */
export const CHOSEN_RELATIONS = ['related', 'parent', 'child'] as const;
export const ChosenRelation = z.enum(CHOSEN_RELATIONS);
export type ChosenRelation = z.output<typeof ChosenRelation>;

export const isChosen = (kind: RelationKind): kind is ChosenRelation => CHOSEN_RELATIONS.some((one) => one === kind);

const INVERSE = { related: 'related', parent: 'child', child: 'parent' } as const satisfies Record<
  ChosenRelation,
  ChosenRelation
>;

/** What this incident is to the other one. */
export const inverseOf = (kind: ChosenRelation): ChosenRelation => INVERSE[kind];

/** Of one incident. */
export const MOST_RELATIONS = 200;
