import type { Recorded } from '../kernel/event.ts';
import type { EntryId, IncidentId } from '../kernel/ids.ts';
import type { WrittenEntry } from '../timeline/state.ts';
import type { CommandInput, CommandType, SitrepEvent } from './catalogue.ts';

/** A command that takes back what another one did; sent like any other, and refused where somebody was there since. */
export type Compensation = {
  readonly [T in CommandType]: { readonly type: T; readonly command: CommandInput<T> };
}[CommandType];

export type EventType = SitrepEvent['type'];
export type About<T extends EventType> = Recorded<Extract<SitrepEvent, { readonly type: T }>>;

/** What an edit takes back to: the entry as it was before. */
export type EntryBefore = (id: EntryId) => WrittenEntry | undefined;

export const about = ({ stream, commandId }: Recorded<SitrepEvent>): { incidentId: IncidentId; undoOf: string } => ({
  incidentId: stream.slice('incident/'.length) as IncidentId,
  undoOf: commandId,
});

export type Inverses = {
  readonly [T in EventType]?: (event: About<T>, entryBefore: EntryBefore) => Compensation | undefined;
};
