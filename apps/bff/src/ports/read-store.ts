import type { Visibility } from '@sitrep/shared/kernel/permissions';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { HistoryRow } from '@sitrep/shared/protocol/http';

/** A closed incident as history keeps it. */
export type HistoryEntry = {
  readonly row: HistoryRow;
  readonly visibility: Visibility;
  /** Everything that a search looks through. */
  readonly text: string;
};

export type HistoryQuery = {
  /** Words that all have to occur, the last one as a beginning; empty = everything. */
  readonly search: string;
  readonly limit: number;
  /** As an earlier page's `next` gave it. */
  readonly cursor?: string;
  readonly isVisible: (visibility: Visibility) => boolean;
};

/**
 * What is no longer open, for paging and search. Rebuilt from the log whenever it is missing: it may be deleted at any
 * time. Every adapter passes `read-store.contract.ts`.
 */
export interface ReadStore {
  /** Of the last event taken into account; 0 when empty. */
  position(): number;
  /** Id of that event: another log, or one restored from a backup, has another. */
  lastEventId(): string;
  /** Atomic: puts and removals become visible together with the position. */
  apply(change: {
    readonly put: readonly HistoryEntry[];
    readonly remove: readonly IncidentId[];
    readonly position: number;
    readonly lastEventId: string;
  }): void;
  /** Back to nothing at position 0. */
  clear(): void;
  /** Newest closed first. @throws Refusal `invalid` for a cursor that no page gave. */
  list(query: HistoryQuery): { readonly items: readonly HistoryRow[]; readonly next?: string };
  /** By id or by key such as INC-2026-0042. */
  find(idOrKey: string): Omit<HistoryEntry, 'text'> | undefined;
  close(): void;
}
