import type { ActorRef, StreamId } from '@sitrep/shared/kernel/event';
import type { SqliteDatabase, SqliteStatement } from '../../../sqlite/driver.ts';
import { isCorrupt, messageOf } from '../../../sqlite/sqlite-error.ts';
import type { Checked, EventColumns } from '../protocol.ts';
import { Damage } from './damage.ts';
import { ROW_COLUMNS, verifyRow, verifyRows } from './verify-rows.ts';
import type { EventRow } from './verify-rows.ts';

type StreamRow = readonly [...EventRow, previousChain: string | null, version: number];

const RANGE = `SELECT ${ROW_COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`;

/** `+` keeps the planner on the index of the stream. */
const STREAM = `
  SELECT e.position, e.header, e.payload, e.salt, e.payload_hash, e.chain, previous.chain, e.version
  FROM events e LEFT JOIN events previous ON previous.position = e.position - 1
  WHERE e.stream = ? AND e.version > ? AND +e.position <= ?
  ORDER BY e.version`;

/** Reads of the log in its worker. Whatever leaves here was verified against its checksum and the chain. */
export class LogReader {
  readonly base: Checked & { readonly at: number };
  readonly #range: SqliteStatement;
  readonly #stream: SqliteStatement;
  readonly #chainAt: SqliteStatement;
  readonly #timeAt: SqliteStatement;
  readonly #last: SqliteStatement;
  readonly #command: SqliteStatement;

  constructor(db: SqliteDatabase) {
    this.#range = rows(db, RANGE);
    this.#stream = rows(db, STREAM);
    this.#chainAt = rows(db, 'SELECT chain FROM events WHERE position = ?');
    this.#timeAt = rows(db, 'SELECT header ->> 6 FROM events WHERE position = ?');
    this.#last = rows(db, 'SELECT position, chain, header ->> 6 FROM events ORDER BY position DESC LIMIT 1');
    this.#command = rows(db, 'SELECT first_position, event_count FROM commands WHERE actor = ? AND command_id = ?');
    const base = rows(db, 'SELECT position, chain, at FROM log_base').get() as [number, string, number];
    this.base = { position: base[0], chain: base[1], at: base[2] };
  }

  /** The newest row as it lies there, not yet verified. */
  last(): Checked & { readonly at: number } {
    const found = this.#last.get() as [number, string, number] | undefined;
    return found ? { position: found[0], chain: found[1], at: found[2] } : this.base;
  }

  /** @param head position of the newest event: everything up to it must be there */
  all(after: number, limit: number, head: number): EventColumns {
    return columns(this.#verified(this.#anchor(after, head), limit, head).rows);
  }

  check(from: Checked, limit: number, head: number): Checked {
    return this.#verified(from, limit, head).end;
  }

  /** The newest `count` events, or all where there are fewer. */
  checkTail(count: number, head: number): void {
    let from = this.#anchor(Math.max(this.base.position, head - count), head);
    while (from.position < head) from = this.check(from, 2_000, head);
  }

  stream(stream: StreamId, afterVersion: number, upToPosition: number, head: number): EventColumns {
    const found = this.#stream.all(stream, afterVersion, upToPosition) as StreamRow[];
    let expected = this.base.position === 0 ? afterVersion + 1 : found[0]?.[7];
    const events = found.map(
      ([position, header, payload, salt, payloadHash, chain, previousChain, version]): EventRow => {
        if (version !== expected) this.#locateMissing(position, head);
        expected = version + 1;
        const row: EventRow = [position, header, payload, salt, payloadHash, chain];
        verifyRow(row, position, previousChain ?? this.#anchor(position - 1, head).chain);
        return row;
      },
    );
    return columns(events);
  }

  /** The events of a command that was accepted, if it was. */
  outcome(actor: ActorRef, commandId: string, head: number): EventColumns | null {
    const found = this.#command.get(actor, commandId) as [number, number] | undefined;
    return found ? this.all(found[0] - 1, found[1], head) : null;
  }

  /** The log runs in time, so its last event at or before a moment is found by halving. */
  positionAt(at: number, head: number): number {
    let low = this.base.position;
    let high = head;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#time(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The first row whose page cannot be read, where SQLite says only that the file is corrupt. */
  firstUnreadable(after: number, head: number): number | undefined {
    for (let position = after; position < head; position += 1) {
      try {
        this.#range.all(position, 1);
      } catch (error) {
        if (isCorrupt(error)) return position + 1;
        throw error;
      }
    }
    return undefined;
  }

  #verified(from: Checked, limit: number, head: number): { rows: EventRow[]; end: Checked } {
    const found = this.#rowsAfter(from.position, Math.min(limit, head - from.position), head);
    const end = verifyRows(found, from);
    if (end.position < Math.min(head, from.position + limit)) throw new Damage(end.position + 1, 'it is missing');
    return { rows: found, end };
  }

  #rowsAfter(after: number, limit: number, head: number): EventRow[] {
    if (limit <= 0) return [];
    try {
      return this.#range.all(after, limit) as EventRow[];
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      throw new Damage(this.firstUnreadable(after, head), messageOf(error));
    }
  }

  #anchor(after: number, head: number): Checked {
    if (after <= this.base.position) return this.base;
    if (after >= head) return { position: after, chain: '' };
    const found = this.#chainAt.get(after) as [string] | undefined;
    if (!found) throw new Damage(after, 'it is missing');
    return { position: after, chain: found[0] };
  }

  #time(position: number): number {
    const found = this.#timeAt.get(position) as [number] | undefined;
    if (!found) throw new Damage(position, 'it is missing');
    return found[0];
  }

  /** A stream has a hole before this event; the log says where. */
  #locateMissing(before: number, head: number): never {
    let from: Checked = this.base;
    while (from.position < before) from = this.check(from, 2_000, head);
    throw new Damage(before, 'its stream has a gap before it');
  }
}

function columns(found: readonly EventRow[]): EventColumns {
  return {
    headers: `[${found.map((row) => row[1]).join(',')}]`,
    payloads: found.map((row) => row[2]),
  };
}

function rows(db: SqliteDatabase, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}
