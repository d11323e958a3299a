import { mustBeOpen } from '../kernel/incident-standing.ts';
import { stepBack } from '../kernel/changes.ts';
import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { EntryId } from '../kernel/ids.ts';
import { notInFuture } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import type { IncidentKey, IncidentStatus } from '../incidents/values.ts';
import type { Attachment } from './attachment.ts';
import type { TimelineEvent } from './events.ts';
import { entryOf, PINNED, type Timeline, type TimelineEntry, type WrittenEntry } from './state.ts';
import type { Confidence, WrittenKind } from './values.ts';

type IncidentHeader =
  | { readonly status: 'undeclared' }
  | { readonly status: IncidentStatus; readonly key: IncidentKey };

/** A timeline belongs to an incident: what may be written depends on both. */
export type TimelineContext = { readonly incident: IncidentHeader; readonly timeline: Timeline };

type Deciding<Command> = Decide<Command & { entryId: EntryId }, TimelineContext, TimelineEvent>;

export const NOTHING: readonly TimelineEvent[] = [];

export const addEntry: Deciding<{
  kind: WrittenKind;
  text: string;
  happenedAt?: number | undefined;
  confidence?: Confidence | undefined;
  attachments?: readonly Attachment[] | undefined;
}> = ({ entryId, kind, text, happenedAt, confidence, attachments }, state, { now }) => {
  const timeline = writable(state);
  if (entryOf(timeline, entryId) !== undefined) {
    throw new Refusal('conflict', 'There is an entry with this id already.');
  }
  if (happenedAt !== undefined) notInFuture('happenedAt', happenedAt, now);
  return [
    {
      type: 'timeline.entry-added',
      data: {
        entryId,
        kind,
        text,
        ...(happenedAt === undefined ? {} : { happenedAt }),
        ...(confidence === undefined ? {} : { confidence }),
        ...(attachments === undefined ? {} : { attachments: [...attachments] }),
      },
    },
  ];
};

// Every former text stays and is sent along; who gets here runs a script.
const MAX_REVISIONS = 200;

export const editEntry: Deciding<
  {
    baseRevision: number;
    kind?: WrittenKind | undefined;
    text: string;
    happenedAt?: number | undefined;
    confidence?: Confidence | null | undefined;
  } & Undoing
> = (command, state, { now, actor }) => {
  const entry = standing(writable(state), command.entryId);
  if (command.baseRevision !== entry.revision) {
    throw new Refusal('conflict', 'Somebody edited this entry in the meantime.', {
      current: { revision: entry.revision, text: entry.text, kind: entry.kind, happenedAt: entry.happenedAt },
    });
  }
  if (command.undoOf !== undefined && entry.editedBy !== actor.ref) throw editedSince(entry);
  if (command.happenedAt !== undefined) notInFuture('happenedAt', command.happenedAt, now);
  const kind = command.kind ?? entry.kind;
  const happenedAt = command.happenedAt ?? entry.happenedAt;
  const confidence = command.confidence === undefined ? entry.confidence : (command.confidence ?? undefined);
  if (
    kind === entry.kind &&
    command.text === entry.text &&
    happenedAt === entry.happenedAt &&
    confidence === entry.confidence
  ) {
    return NOTHING;
  }
  if (entry.revision >= MAX_REVISIONS) {
    throw new Refusal('conflict', `An entry has ${MAX_REVISIONS} texts at most. Write a new one.`);
  }
  return [
    {
      type: 'timeline.entry-edited',
      data: {
        entryId: entry.id,
        revision: entry.revision + 1,
        kind,
        text: command.text,
        happenedAt,
        ...(confidence === undefined ? {} : { confidence }),
        ...takingBack(command.undoOf),
      },
    },
  ];
};

export const retractEntry: Deciding<{ reason?: string | undefined } & Undoing> = (
  { entryId, reason, undoOf },
  state,
  { actor },
) => {
  const entry = written(existing(writable(state), entryId));
  if (entry.retracted !== undefined) return NOTHING;
  // Taking back what one wrote must not take away what somebody else made of it.
  if (undoOf !== undefined && !isOnlyBy(actor.ref, entry)) throw editedSince(entry);
  const why = reason?.trim() === '' ? undefined : reason;
  return [
    {
      type: 'timeline.entry-retracted',
      data: { entryId, ...(why === undefined ? {} : { reason: why }), ...takingBack(undoOf) },
    },
  ];
};

export const restoreEntry: Deciding<Undoing> = ({ entryId, undoOf }, state, { actor }) => {
  const { retracted } = written(existing(writable(state), entryId));
  if (retracted === undefined) return NOTHING;
  if (undoOf !== undefined && retracted.by !== actor.ref) {
    throw new Refusal('conflict', 'Somebody else retracted this entry; nothing was taken back.', {
      current: { by: retracted.by, at: retracted.at },
    });
  }
  return [{ type: 'timeline.entry-restored', data: { entryId, ...takingBack(undoOf) } }];
};

export const pinEntry: Deciding<Undoing> = ({ entryId, undoOf }, state, { actor }) => {
  const { pinned, pinChange } = existing(writable(state), entryId);
  stepBack(pinChange, { field: 'pin' }, { undoOf, actor, to: PINNED });
  return pinned ? NOTHING : [{ type: 'timeline.entry-pinned', data: { entryId, ...takingBack(undoOf) } }];
};

export const unpinEntry: Deciding<Undoing> = ({ entryId, undoOf }, state, { actor }) => {
  const { pinned, pinChange } = existing(writable(state), entryId);
  stepBack(pinChange, { field: 'pin' }, { undoOf, actor, to: undefined });
  return pinned ? [{ type: 'timeline.entry-unpinned', data: { entryId, ...takingBack(undoOf) } }] : NOTHING;
};

const isOnlyBy = (ref: ActorRef, { by, editedBy, history }: WrittenEntry): boolean =>
  [by, editedBy ?? by, ...history.map((former) => former.by)].every((writer) => writer === ref);

const editedSince = (entry: WrittenEntry): Refusal =>
  new Refusal('conflict', 'Somebody edited this entry since; nothing was taken back.', {
    current: { revision: entry.revision, text: entry.text, by: entry.editedBy, at: entry.editedAt },
  });

export const writable = ({ incident, timeline }: TimelineContext): Timeline => {
  mustBeOpen(incident, 'write its timeline');
  return timeline;
};

const existing = (timeline: Timeline, id: EntryId): TimelineEntry => {
  const entry = entryOf(timeline, id);
  if (entry === undefined) throw new Refusal('not-found', 'There is no such entry.');
  return entry;
};

const written = (entry: TimelineEntry): WrittenEntry => {
  if (entry.origin !== 'written') {
    throw new Refusal('conflict', 'Sitrep recorded this entry by itself; only what people wrote can be changed.');
  }
  return entry;
};

const standing = (timeline: Timeline, id: EntryId): WrittenEntry => {
  const entry = written(existing(timeline, id));
  if (entry.retracted !== undefined) throw new Refusal('conflict', 'This entry was retracted.');
  return entry;
};
