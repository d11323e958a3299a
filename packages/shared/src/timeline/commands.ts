import * as z from 'zod/mini';
import { defineCommand } from '../kernel/command.ts';
import type { StreamId } from '../kernel/event.ts';
import { EntryId, IncidentId } from '../kernel/ids.ts';
import { Timestamp, prose, text } from '../kernel/text.ts';
import * as decide from './decide.ts';
import type { TimelineEvent } from './events.ts';
import { Confidence, WrittenKind } from './values.ts';

const command = defineCommand<decide.TimelineContext, TimelineEvent>();
const streamOf = (fields: { incidentId: IncidentId }): StreamId => `incident/${fields.incidentId}`;

export const EntryText = prose(20_000);

const target = { incidentId: IncidentId, entryId: EntryId };

export const timelineCommands = {
  'timeline.add-entry': command({
    schema: z.object({
      ...target,
      kind: z._default(WrittenKind, 'note'),
      text: EntryText,
      happenedAt: z.optional(Timestamp),
      confidence: z.optional(Confidence),
    }),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Write an entry: note, finding, decision, change, impact or link.',
    newIds: ['entryId'],
    streamOf,
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
    }),
    mode: 'optimistic',
    action: 'timeline.edit',
    summary: 'Edit an entry; the former text stays readable.',
    streamOf,
    decide: decide.editEntry,
  }),
  'timeline.retract-entry': command({
    schema: z.object({ ...target, reason: z.optional(text(1_000)) }),
    mode: 'optimistic',
    action: 'timeline.edit',
    summary: 'Retract an entry; it stays readable, struck out.',
    streamOf,
    decide: decide.retractEntry,
  }),
  'timeline.pin-entry': command({
    schema: z.object(target),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Pin an entry as a key event.',
    streamOf,
    decide: decide.pinEntry,
  }),
  'timeline.unpin-entry': command({
    schema: z.object(target),
    mode: 'optimistic',
    action: 'timeline.write',
    summary: 'Unpin an entry.',
    streamOf,
    decide: decide.unpinEntry,
  }),
} as const;
