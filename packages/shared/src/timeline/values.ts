import * as z from 'zod/mini';

/** Kinds that people write; what Sitrep records by itself is told by its event. */
export const WRITTEN_KINDS = ['note', 'finding', 'decision', 'change', 'impact', 'link', 'file'] as const;
export const WrittenKind = z.enum(WRITTEN_KINDS);
export type WrittenKind = z.output<typeof WrittenKind>;

/** How sure a fact is; only confirmed ones may be told outside. */
export const CONFIDENCES = ['confirmed', 'believed', 'rumour'] as const;
export const Confidence = z.enum(CONFIDENCES);
export type Confidence = z.output<typeof Confidence>;
