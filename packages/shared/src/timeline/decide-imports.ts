import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { EntryId, ImportId } from '../kernel/ids.ts';
import { invalid, notInFuture } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { NOTHING, writable, type TimelineContext } from './decide.ts';
import type { SaidBy, TimelineEvent } from './events.ts';
import { entryOf, importedIn } from './state.ts';
import type { Confidence, WrittenKind } from './values.ts';

type Deciding<Command> = Decide<Command & { importId: ImportId }, TimelineContext, TimelineEvent>;

type ImportedEntry = {
  readonly entryId: EntryId;
  readonly kind: WrittenKind;
  readonly text: string;
  readonly happenedAt?: number | undefined;
  readonly confidence?: Confidence | undefined;
  readonly saidBy?: SaidBy | undefined;
};

/** All of them or none: half a pasted log would be looked for twice. */
export const importEntries: Deciding<{ entries: readonly ImportedEntry[] }> = (
  { importId, entries },
  state,
  { now, facts, actor },
) => {
  const timeline = writable(state);
  const [former] = importedIn(timeline, importId);
  // A long one comes in parts. Who may retract it is known by its first entry.
  if (former !== undefined && former.by !== actor.ref) {
    throw new Refusal('conflict', 'Somebody else has an import with this id.');
  }
  const seen = new Set<string>();
  return entries.map(({ entryId, kind, text, happenedAt, confidence, saidBy }, index) => {
    if (seen.has(entryId) || entryOf(timeline, entryId) !== undefined) {
      throw new Refusal('conflict', 'There is an entry with this id already.');
    }
    seen.add(entryId);
    if (happenedAt !== undefined) notInFuture(`entries.${index}.happenedAt`, happenedAt, now);
    if (saidBy !== undefined && 'userId' in saidBy && facts.person(saidBy.userId) === undefined) {
      throw invalid(`entries.${index}.saidBy`, 'There is no such person.');
    }
    return {
      type: 'timeline.entry-added',
      data: {
        entryId,
        importId,
        kind,
        text,
        ...(happenedAt === undefined ? {} : { happenedAt }),
        ...(confidence === undefined ? {} : { confidence }),
        ...(saidBy === undefined ? {} : { saidBy }),
      },
    };
  });
};

/** What somebody edited since stays: it is theirs, too. */
export const retractImport: Deciding<Undoing> = ({ importId, undoOf }, state) => {
  const imported = importedIn(writable(state), importId);
  if (imported.length === 0) throw new Refusal('not-found', 'There is no such import.');
  const standing = imported.filter(({ retracted, revision }) => retracted === undefined && revision === 1);
  if (standing.length === 0) return NOTHING;
  return standing.map(({ id }) => ({
    type: 'timeline.entry-retracted',
    data: { entryId: id, ...takingBack(undoOf) },
  }));
};
