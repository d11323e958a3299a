import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { EntryId, ImportId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { Attachment } from './attachment.ts';
import { Confidence, WrittenKind } from './values.ts';

const Content = {
  kind: WrittenKind,
  text: z.string(),
  /** When it happened; when it was recorded is the event's `at`. */
  happenedAt: z.optional(Timestamp),
  confidence: z.optional(Confidence),
};

/** Who said it, where the writer only wrote it down: somebody known here, or a name from elsewhere. */
export const SaidBy = z.union([z.object({ userId: UserId }), z.object({ name: z.string() })]);
export type SaidBy = z.output<typeof SaidBy>;

export const TimelineEvents = {
  'timeline.entry-added': z.object({
    entryId: EntryId,
    ...Content,
    attachments: z.optional(z.array(Attachment)),
    saidBy: z.optional(SaidBy),
    importId: z.optional(ImportId),
  }),
  /** `revision` counts from 1, the entry as it was added. */
  'timeline.entry-edited': z.object({ entryId: EntryId, revision: z.int(), ...Content, undoOf }),
  'timeline.entry-retracted': z.object({ entryId: EntryId, reason: z.optional(z.string()), undoOf }),
  'timeline.entry-restored': z.object({ entryId: EntryId, undoOf }),
  'timeline.entry-pinned': z.object({ entryId: EntryId, undoOf }),
  'timeline.entry-unpinned': z.object({ entryId: EntryId, undoOf }),
} as const;

export type TimelineEvent = EventOf<typeof TimelineEvents>;
