import { IncidentId } from '@sitrep/shared/kernel/ids';
import type { ReadStore } from '../ports/read-store.ts';
import type { HistoryIndexer } from '../projections/history-indexer.ts';
import type { IncidentIndex } from '../projections/incident-index.ts';

export type IncidentIdOf = (idOrKey: string) => Promise<IncidentId | undefined>;

type Deps = {
  readonly index: Pick<IncidentIndex, 'idOf'>;
  readonly history: Pick<ReadStore, 'find'>;
  readonly indexer: Pick<HistoryIndexer, 'upToDate'>;
};

/** An incident by its id or by a key such as INC-2026-0042, open or closed. Says nothing about who may see it. */
export const createIncidentIdOf = ({ index, history, indexer }: Deps): IncidentIdOf => {
  const known = (idOrKey: string): IncidentId | undefined => {
    const id = IncidentId.safeParse(idOrKey);
    return id.success ? id.data : (index.idOf(idOrKey) ?? history.find(idOrKey)?.row.id);
  };
  return async (idOrKey) => {
    const id = known(idOrKey);
    if (id !== undefined) return id;
    // Closed a moment ago, perhaps.
    await indexer.upToDate();
    return known(idOrKey);
  };
};
