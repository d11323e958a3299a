import type { StreamId } from '@sitrep/shared/kernel/event';
import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import type { ListTopic } from '@sitrep/shared/protocol/topics';

/** A stream's state, with the version and position of the last event folded into it. */
export type Versioned<State = unknown> = {
  readonly version: number;
  readonly position: number;
  readonly state: State;
};

/** What a list topic has to know to tell clients, after a restart, what they missed. */
export type ListMemory = {
  readonly position: number;
  readonly completeSince: number;
  readonly removals: readonly { readonly id: string; readonly position: number }[];
  readonly rows: readonly (readonly [id: string, json: string, position: number])[];
};

export type TopicsMemory = {
  readonly lists: Readonly<Record<ListTopic, ListMemory>>;
  readonly privateRows: readonly (readonly [IncidentId, ListMemory])[];
  readonly resolvedAlerts: readonly AlertId[];
};

/** The projections of the open set at one position. */
export type ProjectionSnapshot = {
  readonly position: number;
  /** Id of the event at that position: another log, or one restored from a backup, has another. */
  readonly lastEventId: string;
  readonly streams: readonly (readonly [StreamId, Versioned])[];
  readonly topics: TopicsMemory;
};

/** Keeps the newest snapshot of this build; what another build folded is never read. */
export interface SnapshotStore {
  /** Nothing where there is none, or none that is whole. */
  load(): Promise<ProjectionSnapshot | undefined>;
  save(snapshot: ProjectionSnapshot): Promise<void>;
}
