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

const inverse = (event: Recorded<SitrepEvent>, entryBefore: EntryBefore): Compensation | undefined => {
  const of = about(event);
  switch (event.type) {
    case 'incident.title-changed':
      return { type: 'incident.change-title', command: { ...of, title: event.data.from, base: event.data.to } };
    case 'incident.summary-changed':
      return { type: 'incident.change-summary', command: { ...of, summary: event.data.from, base: event.data.to } };
    case 'incident.severity-changed':
      return { type: 'incident.change-severity', command: { ...of, severity: event.data.from } };
    case 'incident.status-changed':
      return { type: 'incident.change-status', command: { ...of, status: event.data.from } };
    case 'incident.milestone-set': {
      const { milestone, from } = event.data;
      return { type: 'incident.set-milestone', command: { ...of, milestone, at: from ?? null } };
    }
    case 'incident.service-added':
      return { type: 'incident.remove-service', command: { ...of, service: event.data.service } };
    case 'incident.service-removed':
      return { type: 'incident.add-service', command: { ...of, service: event.data.service } };
    case 'incident.role-changed':
      return roleBack(event);
    case 'timeline.entry-added':
      return { type: 'timeline.retract-entry', command: { ...of, entryId: event.data.entryId } };
    case 'timeline.entry-edited':
      return editBack(event, entryBefore);
    case 'timeline.entry-retracted':
      return { type: 'timeline.restore-entry', command: { ...of, entryId: event.data.entryId } };
    case 'timeline.entry-pinned':
      return { type: 'timeline.unpin-entry', command: { ...of, entryId: event.data.entryId } };
    case 'timeline.entry-unpinned':
      return { type: 'timeline.pin-entry', command: { ...of, entryId: event.data.entryId } };
    default:
      return undefined;
  }
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
