import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { EntryId, ImportId, IncidentId, UserId } from '../kernel/ids.ts';
import { Timestamp, line, prose, text } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { Attachment, ATTACHMENTS_AT_ONCE } from './attachment.ts';
import * as imports from './decide-imports.ts';
import * as decide from './decide.ts';
import type { TimelineEvent } from './events.ts';
import { Confidence, WrittenKind } from './values.ts';

const command = defineCommand<decide.TimelineContext, TimelineEvent>();

export const EntryText = prose(20_000);

const target = { incidentId: IncidentId, entryId: EntryId };
export const ENTRIES_AT_ONCE = 200;

/** Who said it, where the writer only writes it down. */
const SaidBy = z.union([z.strictObject({ userId: UserId }), z.strictObject({ name: line(120) })]);

const ImportedEntry = z.object({
  entryId: EntryId,
  kind: z._default(WrittenKind, 'note'),
  text: EntryText,
  happenedAt: z.optional(Timestamp),
  confidence: z.optional(Confidence),
  saidBy: z.optional(SaidBy),
});

export const timelineCommands = {
  'timeline.add-entry': command({
    schema: z.object({
      ...target,
      kind: z._default(WrittenKind, 'note'),
      text: EntryText,
      happenedAt: z.optional(Timestamp),
      confidence: z.optional(Confidence),
      /** Files of this incident, uploaded before. */
      attachments: z.optional(z.array(Attachment).check(z.minLength(1), z.maxLength(ATTACHMENTS_AT_ONCE))),
    }),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Write an entry: note, finding, decision, change, impact, link or file.',
    newIds: ['entryId'],
    streamOf: incidentStream,
    decide: decide.addEntry,
  }),
  'timeline.edit-entry': command({
    schema: z.object({
      ...target,
      /** The revision that the writer had before their eyes; a stale one is refused with the current text. */
      baseRevision: z.int().check(z.gte(1)),
      kind: z.optional(WrittenKind),
      text: EntryText,
      happenedAt: z.optional(Timestamp),
      confidence: z.optional(z.nullable(Confidence)),
      undoOf,
    }),
    mode: 'optimistic',
    action: 'timeline.edit',
    summary: 'Edit an entry; the former text stays readable.',
    streamOf: incidentStream,
    decide: decide.editEntry,
  }),
  'timeline.retract-entry': command({
    schema: z.object({ ...target, reason: z.optional(text(1_000)), undoOf }),
    mode: 'optimistic',
    action: 'timeline.edit',
    summary: 'Retract an entry; it stays readable, struck out.',
    streamOf: incidentStream,
    decide: decide.retractEntry,
  }),
  'timeline.restore-entry': command({
    schema: z.object({ ...target, undoOf }),
    mode: 'optimistic',
    action: 'timeline.edit',
    summary: 'Restore a retracted entry.',
    streamOf: incidentStream,
    decide: decide.restoreEntry,
  }),
  'timeline.import-entries': command({
    schema: z.object({
      incidentId: IncidentId,
      importId: ImportId,
      entries: z.array(ImportedEntry).check(z.minLength(1), z.maxLength(ENTRIES_AT_ONCE)),
    }),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Write down several entries at once, out of a chat log or other notes.',
    newIds: ['importId'],
    streamOf: incidentStream,
    decide: imports.importEntries,
  }),
  'timeline.retract-import': command({
    schema: z.object({ incidentId: IncidentId, importId: ImportId, undoOf }),
    mode: 'optimistic',
    action: 'timeline.edit',
    summary: 'Retract all entries of one import that nobody edited since.',
    streamOf: incidentStream,
    decide: imports.retractImport,
  }),
  'timeline.pin-entry': command({
    schema: z.object({ ...target, undoOf }),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Pin an entry as a key event.',
    streamOf: incidentStream,
    decide: decide.pinEntry,
  }),
  'timeline.unpin-entry': command({
    schema: z.object({ ...target, undoOf }),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Unpin an entry.',
    streamOf: incidentStream,
    decide: decide.unpinEntry,
  }),
} as const;
