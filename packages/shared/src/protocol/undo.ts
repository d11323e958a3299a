import type { Recorded } from '../kernel/event.ts';
import type { EntryId, IncidentId } from '../kernel/ids.ts';
import type { WrittenEntry } from '../timeline/state.ts';
import type { CommandInput, CommandType, SitrepEvent } from './catalogue.ts';

/** A command that takes back what another one did; sent like any other, and refused where somebody was there since. */
export type Compensation = {
  readonly [T in CommandType]: { readonly type: T; readonly command: CommandInput<T> };
}[CommandType];

type EventType = SitrepEvent['type'];
type About<T extends EventType> = Recorded<Extract<SitrepEvent, { readonly type: T }>>;

/** What an edit takes back to: the entry as it was before. */
export type EntryBefore = (id: EntryId) => WrittenEntry | undefined;

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
  const all = events.toReversed().map((event) => inverse(event, entryBefore));
  return all.every((found) => found !== undefined) ? all : [];
};

const about = ({ stream, commandId }: Recorded<SitrepEvent>): { incidentId: IncidentId; undoOf: string } => ({
  incidentId: stream.slice('incident/'.length) as IncidentId,
  undoOf: commandId,
});

type Inverses = { readonly [T in EventType]?: (event: About<T>, entryBefore: EntryBefore) => Compensation | undefined };

const inverse = (event: Recorded<SitrepEvent>, entryBefore: EntryBefore): Compensation | undefined => {
  const found = INVERSES[event.type] as ((event: unknown, before: EntryBefore) => Compensation | undefined) | undefined;
  return found?.(event, entryBefore);
};

const roleBack = (event: About<'incident.role-changed'>): Compensation => {
  const { role, from } = event.data;
  return from === undefined
    ? { type: 'incident.release-role', command: { ...about(event), role } }
    : { type: 'incident.assign-role', command: { ...about(event), role, userId: from } };
};

const editBack = (event: About<'timeline.entry-edited'>, entryBefore: EntryBefore): Compensation | undefined => {
  const { entryId, revision } = event.data;
  const before = entryBefore(entryId);
  if (before === undefined || before.revision !== revision - 1) return undefined;
  const { kind, text, happenedAt, confidence } = before;
  return {
    type: 'timeline.edit-entry',
    command: {
      ...about(event),
      entryId,
      baseRevision: revision,
      kind,
      text,
      happenedAt,
      confidence: confidence ?? null,
    },
  };
};

/** What is not in here has no way back of this kind. */
const INVERSES: Inverses = {
  'incident.title-changed': (event) => ({
    type: 'incident.change-title',
    command: { ...about(event), title: event.data.from, base: event.data.to },
  }),
  'incident.summary-changed': (event) => ({
    type: 'incident.change-summary',
    command: { ...about(event), summary: event.data.from, base: event.data.to },
  }),
  'incident.severity-changed': (event) => ({
    type: 'incident.change-severity',
    command: { ...about(event), severity: event.data.from },
  }),
  'incident.status-changed': (event) => ({
    type: 'incident.change-status',
    command: { ...about(event), status: event.data.from },
  }),
  'incident.milestone-set': (event) => ({
    type: 'incident.set-milestone',
    command: { ...about(event), milestone: event.data.milestone, at: event.data.from ?? null },
  }),
  'incident.service-added': (event) => ({
    type: 'incident.remove-service',
    command: { ...about(event), service: event.data.service },
  }),
  'incident.service-removed': (event) => ({
    type: 'incident.add-service',
    command: { ...about(event), service: event.data.service },
  }),
  'incident.role-changed': roleBack,
  'timeline.entry-added': (event) => ({
    type: 'timeline.retract-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
  'timeline.entry-edited': editBack,
  'timeline.entry-retracted': (event) => ({
    type: 'timeline.restore-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
  'timeline.entry-pinned': (event) => ({
    type: 'timeline.unpin-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
  'timeline.entry-unpinned': (event) => ({
    type: 'timeline.pin-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
};
