import type { ActorRef, StreamId } from '@sitrep/shared/kernel/event';
import type { SqliteDatabase, SqliteStatement } from '../../../sqlite/driver.ts';
import { isCorrupt, messageOf } from '../../../sqlite/sqlite-error.ts';
import { chainOf, payloadHashOf } from '../../hash-chain.ts';
import type { HeaderTuple } from '../../hash-chain.ts';
import type { Checked, EventColumns } from '../protocol.ts';
import { Damage } from './damage.ts';
import { ROW_COLUMNS, verifyRow, verifyRows } from './verify-rows.ts';
import type { EventRow } from './verify-rows.ts';

/** What is handed out, without the checksums beside it. */
type Content = readonly [header: string, payload: string | null, salt: string | null];

type StreamRow = readonly [...EventRow, previousChain: string | null, version: number];

const RANGE = `SELECT ${ROW_COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`;

const CONTENT = 'SELECT header, payload, salt FROM events WHERE position > ? ORDER BY position LIMIT ?';

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
  readonly #content: SqliteStatement;
  readonly #stream: SqliteStatement;
  readonly #chainAt: SqliteStatement;
  readonly #timeAt: SqliteStatement;
  readonly #last: SqliteStatement;
  readonly #command: SqliteStatement;
  readonly #inStream: SqliteStatement;

  constructor(db: SqliteDatabase) {
    this.#range = rows(db, RANGE);
    this.#content = rows(db, CONTENT);
    this.#stream = rows(db, STREAM);
    this.#chainAt = rows(db, 'SELECT chain FROM events WHERE position = ?');
    this.#timeAt = rows(db, 'SELECT header ->> 6 FROM events WHERE position = ?');
    this.#last = rows(db, 'SELECT position, chain, header ->> 6 FROM events ORDER BY position DESC LIMIT 1');
    this.#inStream = rows(db, 'SELECT position FROM events WHERE stream = ? AND version = ?');
    this.#command = rows(db, 'SELECT first_position, event_count FROM commands WHERE actor = ? AND command_id = ?');
    const base = rows(db, 'SELECT position, chain, at FROM log_base').get() as [number, string, number];
    this.base = { position: base[0], chain: base[1], at: base[2] };
  }

  /** The newest row as it lies there, not yet verified. */
  last(): Checked & { readonly at: number } {
    const found = this.#last.get() as [number, string, number] | undefined;
    return found ? { position: found[0], chain: found[1], at: found[2] } : this.base;
  }

  /**
   * One comparison for the whole chunk: the chain is reckoned from what is handed out and must end where the stored one
   * does. Only if it does not are the rows looked at one by one, to name the first that is wrong.
   * @param head position of the newest event: everything up to it must be there
   */
  all(after: number, limit: number, head: number): EventColumns {
    const from = this.#anchor(after, head);
    const end = Math.min(head, from.position + limit);
    if (end <= from.position) return columns([]);
    const content = this.#read(from.position, head, () =>
      this.#content.all(from.position, end - from.position),
    ) as Content[];
    const isWhole =
      content.length === end - from.position && this.#anchor(end, head).chain === chainOfContent(content, from);
    if (!isWhole) this.check(from, limit, head);
    return columns(content);
  }

  /**
   * Every checksum and every link of the next `limit` events, and that stream and command lead to each of them.
   * @returns where the last of them leaves the chain
   */
  check(from: Checked, limit: number, head: number): Checked {
    const { found, reached } = this.#chained(from, limit, head);
    for (const row of found) this.#checkPaths(row);
    return reached;
  }

  /** Checksums and links of the newest `count` events, or of all where there are fewer. */
  checkTail(count: number, head: number): void {
    let from = this.#anchor(Math.max(this.base.position, head - count), head);
    while (from.position < head) from = this.#chained(from, 2_000, head).reached;
  }

  stream(stream: StreamId, afterVersion: number, upToPosition: number, head: number): EventColumns {
    const found = this.#stream.all(stream, afterVersion, upToPosition) as StreamRow[];
    let expected = this.base.position === 0 ? afterVersion + 1 : found[0]?.[7];
    for (const [position, header, payload, salt, payloadHash, chain, previousChain, version] of found) {
      if (version !== expected || !header.startsWith(`[${position},`)) this.#locate(positionIn(header), head);
      expected = version + 1;
      const row: EventRow = [position, header, payload, salt, payloadHash, chain];
      verifyRow(row, position, previousChain ?? this.#anchor(position - 1, head).chain);
    }
    return columns(found.map(([, header, payload, salt]) => [header, payload, salt]));
  }

  /** The events of a command that was accepted, if it was. */
  outcome(actor: ActorRef, commandId: string, head: number): EventColumns | null {
    const found = this.#command.get(actor, commandId) as [number, number] | undefined;
    if (!found) return null;
    const events = this.all(found[0] - 1, found[1], head);
    for (const [position, , , , , , , itsActor, itsCommand] of JSON.parse(events.headers) as HeaderTuple[]) {
      if (itsActor !== actor || itsCommand !== commandId) throw new Damage(position, 'it belongs to another command');
    }
    return events;
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

  #chained(from: Checked, limit: number, head: number): { found: EventRow[]; reached: Checked } {
    const end = Math.min(head, from.position + limit);
    if (end <= from.position) return { found: [], reached: from };
    const found = this.#read(from.position, head, () =>
      this.#range.all(from.position, end - from.position),
    ) as EventRow[];
    const reached = verifyRows(found, from);
    if (reached.position < end) throw new Damage(reached.position + 1, 'it is missing');
    return { found, reached };
  }

  /** Rot in an index changes no event, but hides it from whoever looks for it there. */
  #checkPaths([position, header]: EventRow): void {
    const [, stream, version, , , , , actor, commandId] = JSON.parse(header) as HeaderTuple;
    const [inStream] = (this.#inStream.get(stream, version) ?? []) as number[];
    if (inStream !== position) throw new Damage(position, 'the index of its stream does not lead to it');
    const [first = Infinity, count = 0] = (this.#command.get(actor, commandId) ?? []) as number[];
    if (position < first || position >= first + count) throw new Damage(position, 'its command does not lead to it');
  }

  #read(after: number, head: number, read: () => unknown[]): unknown[] {
    try {
      return read();
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      throw new Damage(this.firstUnreadable(after, head), messageOf(error));
    }
  }

  #anchor(after: number, head: number): Checked {
    if (after <= this.base.position) return this.base;
    if (after > head) return { position: after, chain: '' };
    const found = this.#chainAt.get(after) as [string] | undefined;
    if (!found) throw new Damage(after, 'it is missing');
    return { position: after, chain: found[0] };
  }

  #time(position: number): number {
    const found = this.#timeAt.get(position) as [number] | undefined;
    if (!found) throw new Damage(position, 'it is missing');
    return found[0];
  }

  /** A stream has a hole before this event, or the event is not in its place: the log says what is wrong first. */
  #locate(position: number, head: number): never {
    let from: Checked = this.base;
    while (from.position < Math.min(position, head)) from = this.check(from, 2_000, head);
    throw new Damage(position, 'its stream is not whole');
  }
}

function positionIn(header: string): number {
  return (JSON.parse(header) as HeaderTuple)[0];
}

function columns(content: readonly Content[]): EventColumns {
  return {
    headers: `[${content.map((row) => row[0]).join(',')}]`,
    payloads: content.map((row) => row[1]),
  };
}

/** Nothing where a row was erased: then only the stored checksum can stand for its payload. */
function chainOfContent(content: readonly Content[], from: Checked): string | undefined {
  let { chain } = from;
  for (const [header, payload, salt] of content) {
    if (payload === null || salt === null) return undefined;
    chain = chainOf(chain, header, payloadHashOf(salt, payload));
  }
  return chain;
}

function rows(db: SqliteDatabase, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}
