import type { StreamId } from '@sitrep/shared/kernel/event';
import type { Versioned } from '../projections/open-set.ts';
import type { TopicsMemory } from '../realtime/topics.ts';

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
