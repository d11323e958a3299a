import { Refusal } from '../kernel/errors.ts';
import type { EntryId, FollowUpId } from '../kernel/ids.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { notSince, NOTHING, writable, type Deciding, type TaskRoom } from './deciding.ts';
import { MAX_FOLLOW_UPS } from './values.ts';

/** What was dropped is kept again under its id. */
export const keepFollowUp: Deciding<
  { followUpId: FollowUpId; text: string; entryId?: EntryId | undefined } & Undoing
> = ({ followUpId, text, entryId, undoOf }, state, { actor }) => {
  const { followUps } = writable(state).tasks;
  const known = followUps.find(({ id }) => id === followUpId);
  if (known !== undefined) notSince(known, { undoOf }, actor);
  if (known !== undefined && known.dropped === undefined) {
    if (known.text === text) return NOTHING;
    throw new Refusal('conflict', 'There is a follow-up with this id already.');
  }
  if (known === undefined && followUps.length >= MAX_FOLLOW_UPS) {
    throw new Refusal('conflict', `An incident keeps ${MAX_FOLLOW_UPS} follow-ups at most. Write it on the timeline.`);
  }
  if (entryId !== undefined && entryId !== known?.entryId) mustBeWritten(state, entryId);
  return [
    {
      type: 'follow-up.kept',
      data: { followUpId, text, ...(entryId === undefined ? {} : { entryId }), ...takingBack(undoOf) },
    },
  ];
};

/** The newest is meant nearly always: a note that keeps something comes just before. */
const mustBeWritten = ({ timeline }: TaskRoom, entryId: EntryId): void => {
  if (timeline.entries.findLast(({ id }) => id === entryId) !== undefined) return;
  throw new Refusal('not-found', 'There is no such entry.');
};

export const dropFollowUp: Deciding<{ followUpId: FollowUpId; reason?: string | undefined } & Undoing> = (
  { followUpId, reason, undoOf },
  state,
  { actor },
) => {
  const { followUps } = writable(state).tasks;
  const known = followUps.find(({ id }) => id === followUpId);
  if (known === undefined) throw new Refusal('not-found', 'There is no such follow-up.');
  notSince(known, { undoOf }, actor);
  if (known.dropped !== undefined) return NOTHING;
  const why = reason?.trim() === '' ? undefined : reason;
  return [
    {
      type: 'follow-up.dropped',
      data: { followUpId, text: known.text, ...(why === undefined ? {} : { reason: why }), ...takingBack(undoOf) },
    },
  ];
};
