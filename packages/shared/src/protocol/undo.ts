import type { Recorded } from '../kernel/event.ts';
import type { SitrepEvent } from './catalogue.ts';
import { about, type Compensation, type EntryBefore, type EventType, type Inverses } from './inverse.ts';
import { ROOM_INVERSES } from './room-inverses.ts';
import { WORK_INVERSES } from './work-inverses.ts';

export type { Compensation, EntryBefore } from './inverse.ts';

/**
 * What takes back the events of one command, the last first; nothing where one of them cannot be taken back: half an
 * undo is worse than none. `entryBefore` answers with an entry as it was when the command was given.
 */
export const compensation = (
  events: readonly Recorded<SitrepEvent>[],
  entryBefore: EntryBefore = () => undefined,
): readonly Compensation[] => {
  const [first] = events;
  if (first === undefined) return [];
  if (first.type === 'timeline.entry-added' && first.data.importId !== undefined) {
    return [{ type: 'timeline.retract-import', command: { ...about(first), importId: first.data.importId } }];
  }
  const changes = events.length === 1 ? events : events.filter(({ type }) => type !== RECORDED_BESIDE);
  const all = changes.toReversed().map((event) => inverse(event, entryBefore));
  return all.every((found) => found !== undefined) ? all : [];
};

/** Written down with what happened, and true whatever becomes of that. */
const RECORDED_BESIDE: EventType = 'situation.handover-recorded';

/** What is not in here has no way back of this kind. */
const INVERSES: Inverses = { ...ROOM_INVERSES, ...WORK_INVERSES };

const inverse = (event: Recorded<SitrepEvent>, entryBefore: EntryBefore): Compensation | undefined => {
  const found = INVERSES[event.type] as ((event: unknown, before: EntryBefore) => Compensation | undefined) | undefined;
  return found?.(event, entryBefore);
};
