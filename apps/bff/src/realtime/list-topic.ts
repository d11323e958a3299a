import type { ListMemory } from '../ports/snapshot-store.ts';

type Row = { readonly id: string };
type Kept = { readonly json: string; readonly position: number };

/** The changes of one list, as texts that are ready to send. */
export type RowChanges = { readonly changed: readonly string[]; readonly removed: readonly string[] };

// Enough for everybody who was away a while; who was away longer takes the snapshot.
const REMOVALS_KEPT = 1_000;

/**
 * The rows of one list with the position at which each last changed, so that a client that holds any position since
 * `completeSince` can be told just what is new.
 */
export class ListTopic<R extends Row> {
  readonly #rows = new Map<string, Kept>();
  /** By id, oldest first. */
  readonly #removals = new Map<string, number>();
  #position = 0;
  #completeSince = 0;
  #revision = 0;

  /** Of the last event that changed a row. */
  get position(): number {
    return this.#position;
  }

  /** Raised by all that changes the rows, counters too, which move no position. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Puts, changes or (with `undefined`) removes a row; answers whether that changed anything. */
  set(id: string, row: R | undefined, position: number): boolean {
    const kept = this.#rows.get(id);
    if (row === undefined) {
      // Also of a row never seen here: a replay makes rows from last states, yet a client may hold one from before.
      if (!this.#rows.delete(id) && this.#removals.has(id)) return false;
      this.#remember(id, position);
    } else {
      const json = JSON.stringify(row);
      if (kept?.json === json) return false;
      this.#rows.set(id, { json, position });
      this.#removals.delete(id);
    }
    this.#position = Math.max(this.#position, position);
    this.#revision += 1;
    return true;
  }

  /** Changes a row's counters: no event, so the position stays. */
  touch(id: string, row: R): boolean {
    const kept = this.#rows.get(id);
    const json = JSON.stringify(row);
    if (kept === undefined || kept.json === json) return false;
    this.#rows.set(id, { json, position: kept.position });
    this.#revision += 1;
    return true;
  }

  json(id: string): string | undefined {
    return this.#rows.get(id)?.json;
  }

  get ids(): IterableIterator<string> {
    return this.#rows.keys();
  }

  /** All rows as one JSON array. */
  get rowsJson(): string {
    return `[${[...this.#rows.values()].map(({ json }) => json).join(',')}]`;
  }

  /** What changed after a position; nothing where that cannot be told any more. */
  since(after: number): RowChanges | undefined {
    if (after < this.#completeSince || after > this.#position) return undefined;
    const changed: string[] = [];
    for (const { json, position } of this.#rows.values()) if (position > after) changed.push(json);
    const removed: string[] = [];
    for (const [id, position] of this.#removals) if (position > after) removed.push(id);
    return { changed, removed };
  }

  /** For the snapshot of the projections. */
  memory(): ListMemory {
    return {
      position: this.#position,
      completeSince: this.#completeSince,
      removals: [...this.#removals].map(([id, position]) => ({ id, position })),
      rows: [...this.#rows].map(([id, { json, position }]) => [id, json, position]),
    };
  }

  restore({ position, completeSince, removals, rows }: ListMemory): void {
    this.#position = position;
    this.#completeSince = completeSince;
    for (const { id, position: removedAt } of removals) this.#removals.set(id, removedAt);
    for (const [id, json, changedAt] of rows) this.#rows.set(id, { json, position: changedAt });
  }

  #remember(id: string, position: number): void {
    this.#removals.set(id, position);
    const [oldest] = this.#removals;
    if (this.#removals.size <= REMOVALS_KEPT || oldest === undefined) return;
    this.#removals.delete(oldest[0]);
    this.#completeSince = Math.max(this.#completeSince, oldest[1]);
  }
}
