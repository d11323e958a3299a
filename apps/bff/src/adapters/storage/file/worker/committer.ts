import type { StreamId } from '@sitrep/shared/kernel/event';
import type { SqliteDatabase } from '../../../sqlite/driver.ts';
import { chainOf, headerText, payloadHashOf } from '../../hash-chain.ts';
import type { EventTuple, WriteRequest, WriteResult } from '../protocol.ts';
import type { CrashPoint } from './crash-point.ts';
import { Damage, damageNote } from './damage.ts';
import type { LogReader } from './log-reader.ts';
import { SaltPool } from './salt-pool.ts';
import { ROW_COLUMNS } from './verify-rows.ts';

type AppendRequest = Extract<WriteRequest, { write: 'append' }>;

/** Streams whose version is remembered instead of looked up. */
const KNOWN_STREAMS = 20_000;

/** The one writer: judges each request of a batch on its own, and makes what it accepts durable with one sync. */
export class Committer {
  readonly #salts = new SaltPool();
  readonly #versions = new Map<StreamId, number>();
  readonly #crash: (point: CrashPoint) => void;
  readonly #log: LogReader;
  readonly #file: string;
  readonly #sql: ReturnType<typeof prepareStatements>;
  #last: { position: number; chain: string; at: number };

  constructor(db: SqliteDatabase, log: LogReader, file: string, crash: (point: CrashPoint) => void) {
    this.#sql = prepareStatements(db);
    this.#log = log;
    this.#file = file;
    this.#last = { ...log.last() };
    this.#crash = crash;
  }

  get head(): number {
    return this.#last.position;
  }

  /** @throws whatever SQLite throws; then nothing of the batch was written */
  commit(requests: readonly WriteRequest[]): WriteResult[] {
    const before = { ...this.#last };
    try {
      this.#sql.begin.run();
      const results = requests.map((request) => this.#carryOut(request));
      this.#crash('before_commit');
      this.#sql.commit.run();
      this.#crash('after_commit_before_ack');
      return results;
    } catch (error) {
      this.#last = before;
      this.#versions.clear();
      this.#rollBack();
      throw error;
    }
  }

  #carryOut(request: WriteRequest): WriteResult {
    switch (request.write) {
      case 'append':
        return this.#append(request);
      case 'docs':
        for (const { collection, key, json } of request.docs) {
          if (json === null) this.#sql.removeDoc.run(collection, key);
          else this.#sql.putDoc.run(collection, key, json);
        }
        return { done: 'written' };
      case 'take': {
        const taken = this.#sql.takeDoc.get(request.collection, request.key) as { json: string } | undefined;
        return { done: 'taken', json: taken?.json ?? null };
      }
    }
  }

  #append(request: AppendRequest): WriteResult {
    const { actor, commandId } = request;
    const conflict = this.#conflict(request);
    if (conflict) return this.#known(request) ?? conflict;

    const firstPosition = this.#last.position + 1;
    const count = request.streams.reduce((sum, [, , events]) => sum + events.length, 0);
    const isNew = Number(this.#sql.addCommand.run(actor, commandId, firstPosition, count).changes) === 1;
    if (!isNew) return this.#known(request) ?? unreachable();

    this.#last.at = count > 0 ? Math.max(this.#last.at, request.at) : this.#last.at;
    for (const [stream, expectedVersion, events] of request.streams) {
      events.forEach((event, index) => this.#insert(request, stream, expectedVersion + index + 1, event));
      this.#remember(stream, expectedVersion + events.length);
    }
    return { done: 'appended', firstPosition, at: this.#last.at };
  }

  #insert({ actor, commandId }: AppendRequest, stream: StreamId, version: number, event: EventTuple): void {
    const [id, type, schema, payload] = event;
    const { chain: previousChain, at } = this.#last;
    const position = this.#last.position + 1;
    const header = headerText([position, stream, version, id, type, schema, at, actor, commandId]);
    const salt = this.#salts.next();
    const payloadHash = payloadHashOf(salt, payload);
    const chain = chainOf(previousChain, header, payloadHash);
    this.#sql.addEvent.run(position, header, payload, salt, payloadHash, chain);
    this.#last.position = position;
    this.#last.chain = chain;
  }

  #conflict(request: AppendRequest): WriteResult | undefined {
    for (const [stream, expected] of request.streams) {
      const actual = this.#versionOf(stream);
      if (actual !== expected) return { done: 'conflict', stream, expected, actual };
    }
    return undefined;
  }

  #known({ actor, commandId }: AppendRequest): WriteResult | undefined {
    try {
      const events = this.#log.outcome(actor, commandId, this.#last.position);
      return events ? { done: 'repeated', events } : undefined;
    } catch (error) {
      if (error instanceof Damage) return { done: 'failed', fault: damageNote(error, this.#file) };
      throw error;
    }
  }

  #versionOf(stream: StreamId): number {
    const remembered = this.#versions.get(stream);
    if (remembered !== undefined) return remembered;
    const found = this.#sql.versionOf.get(stream) as { version: number } | undefined;
    const version = found?.version ?? 0;
    this.#remember(stream, version);
    return version;
  }

  #remember(stream: StreamId, version: number): void {
    if (this.#versions.size >= KNOWN_STREAMS) this.#versions.clear();
    this.#versions.set(stream, version);
  }

  #rollBack(): void {
    try {
      this.#sql.rollBack.run();
    } catch {
      // SQLite has rolled back on its own, as it does when the disk is full.
    }
  }
}

function prepareStatements(db: SqliteDatabase) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollBack: db.prepare('ROLLBACK'),
    versionOf: db.prepare('SELECT version FROM events WHERE stream = ? ORDER BY version DESC LIMIT 1'),
    addEvent: db.prepare(`INSERT INTO events (${ROW_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`),
    addCommand: db.prepare('INSERT INTO commands VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    putDoc: db.prepare('INSERT INTO docs VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json'),
    removeDoc: db.prepare('DELETE FROM docs WHERE collection = ? AND key = ?'),
    takeDoc: db.prepare('DELETE FROM docs WHERE collection = ? AND key = ? RETURNING json'),
  };
}

function unreachable(): never {
  throw new Error('a command is both new and known');
}
