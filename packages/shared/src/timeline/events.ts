import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { EntryId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { Confidence, WrittenKind } from './values.ts';

const Content = {
  kind: WrittenKind,
  text: z.string(),
  /** When it happened; when it was recorded is the event's `at`. */
  happenedAt: z.optional(Timestamp),
  confidence: z.optional(Confidence),
};

export const TimelineEvents = {
  'timeline.entry-added': z.object({ entryId: EntryId, ...Content }),
  /** `revision` counts from 1, the entry as it was added. */
  'timeline.entry-edited': z.object({ entryId: EntryId, revision: z.int(), ...Content }),
  'timeline.entry-retracted': z.object({ entryId: EntryId, reason: z.optional(z.string()) }),
  'timeline.entry-pinned': z.object({ entryId: EntryId }),
  'timeline.entry-unpinned': z.object({ entryId: EntryId }),
} as const;

export type TimelineEvent = EventOf<typeof TimelineEvents>;
