import type { Worker } from 'node:worker_threads';
import { EventLogFault } from '../../../ports/event-log.ts';
import type {
  Answers,
  FaultNote,
  FromWorker,
  Query,
  ToWorker,
  WorkerOptions,
  WriteRequest,
  WriteResult,
} from './protocol.ts';
import { startWorker } from './start-worker.ts';

/** Called in the order of the requests, once each. */
export type Settle = (result: WriteResult | EventLogFault) => void;

type Waiting = { readonly request: WriteRequest; readonly size: number; readonly settle: Settle };
type Asked = { readonly resolve: (answer: never) => void; readonly reject: (error: unknown) => void };

type Hooks = {
  /** The medium failed in a way that only a new start can judge: the process is to end at once, without closing. */
  readonly onLost: (reason: string) => void;
  readonly onDamage: (fault: EventLogFault) => void;
};

const MAX_BATCH = 512;
const MAX_BATCH_SIZE = 4 * 1024 * 1024;
/** Beyond this, a writer is told at once instead of being kept waiting. */
const MAX_WAITING = 50_000;

/**
 * The server's side of the storage worker. Writes that arrive while a commit is under way go into the next one
 * together; one batch is with the worker at a time.
 */
export class StorageClient {
  readonly #worker: Worker;
  readonly #hooks: Hooks;
  readonly #asked = new Map<number, Asked>();
  #waiting: Waiting[] = [];
  #underWay: Waiting[] = [];
  #flushDue = false;
  #resting = false;
  #nextId = 1;
  #gone: string | undefined;
  #closing: { readonly done: Promise<void>; readonly resolve: () => void } | undefined;
  #head: number;

  private constructor(worker: Worker, head: number, hooks: Hooks) {
    this.#worker = worker;
    this.#head = head;
    this.#hooks = hooks;
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => this.#lose(`the storage worker failed: ${error.message}`));
    worker.on('exit', () => this.#ended());
  }

  /** @throws EventLogFault `owned` | `damaged` | `unavailable` */
  static async open(options: WorkerOptions, hooks: Hooks): Promise<StorageClient> {
    const worker = startWorker(options);
    // Listened to from the start: a thread that ends at once tells its last message and its end in one turn.
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    const first = await firstMessage(worker);
    if (first.kind === 'opened') return new StorageClient(worker, first.head, hooks);
    // Only the end of its thread lets go of a file that was looked at.
    await ended;
    throw first.kind === 'refused'
      ? faultFrom(first.fault)
      : new EventLogFault('unavailable', 'the storage worker failed');
  }

  get head(): number {
    return this.#head;
  }

  /** @param size about how many characters the request holds */
  write(request: WriteRequest, size: number, settle: Settle): void {
    const refusal = this.#refusal();
    if (refusal !== undefined) return settle(new EventLogFault('unavailable', refusal));
    this.#waiting.push({ request, size, settle });
    this.#flushSoon();
  }

  /** @throws EventLogFault `damaged` | `unavailable` */
  ask<Q extends Query>(query: Q): Promise<Answers[Q['ask']]> {
    return new Promise((resolve, reject) => {
      if (this.#gone !== undefined || this.#closing) {
        reject(new EventLogFault('unavailable', this.#gone ?? 'the log is closed'));
        return;
      }
      const id = this.#nextId++;
      this.#asked.set(id, { resolve, reject });
      this.#send({ kind: 'query', id, query });
    });
  }

  /** Lets the database file change again after `hold-still`. */
  moveOn(): void {
    if (this.#gone === undefined) this.#send({ kind: 'move-on' });
  }

  /** Waits for what is under way, then lets go of the file. */
  close(): Promise<void> {
    if (this.#gone !== undefined && !this.#closing) return Promise.resolve();
    if (!this.#closing) {
      let resolve = () => {};
      const done = new Promise<void>((resolved) => (resolve = resolved));
      this.#closing = { done, resolve };
      this.#closeWhenIdle();
    }
    return this.#closing.done;
  }

  #refusal(): string | undefined {
    if (this.#gone !== undefined) return this.#gone;
    if (this.#closing) return 'the log is closed';
    return this.#waiting.length >= MAX_WAITING ? 'too many writes are waiting for the disk' : undefined;
  }

  /** `nextTick` gathers what all writers of this turn of the loop have to say. */
  #flushSoon(): void {
    if (this.#flushDue || this.#resting || this.#underWay.length > 0) return;
    this.#flushDue = true;
    process.nextTick(() => {
      this.#flushDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#underWay.length > 0 || this.#waiting.length === 0 || this.#gone !== undefined) return;
    let count = 0;
    let size = 0;
    for (const waiting of this.#waiting) {
      if (count === MAX_BATCH || (count > 0 && size + waiting.size > MAX_BATCH_SIZE)) break;
      count += 1;
      size += waiting.size;
    }
    this.#underWay = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    this.#send({ kind: 'commit', requests: this.#underWay.map(({ request }) => request) });
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'committed':
        return this.#settleBatch(message.results);
      case 'rolled-back':
        return this.#settleBatch(new EventLogFault('unavailable', `storage refused: ${message.reason}`));
      case 'answer':
        this.#answered(message.id)?.resolve(message.answer as never);
        return this.#closeWhenIdle();
      case 'failed':
        this.#answered(message.id)?.reject(this.#reported(message.fault));
        return this.#closeWhenIdle();
      case 'lost':
        return this.#lose(`the disk failed: ${message.reason}`);
      case 'closed':
        this.#gone = 'the log is closed';
        return;
      case 'opened':
      case 'refused':
        return;
    }
  }

  #settleBatch(outcome: readonly WriteResult[] | EventLogFault): void {
    const settled = this.#underWay;
    this.#underWay = [];
    this.#restOneTurn();
    settled.forEach(({ request, settle }, index) => {
      const result = outcome instanceof EventLogFault ? outcome : (outcome[index] ?? unanswered());
      if (result instanceof EventLogFault) settle(result);
      else if (result.done === 'failed') settle(this.#reported(result.fault));
      else {
        if (result.done === 'appended') this.#head += eventCount(request);
        settle(result);
      }
    });
    this.#closeWhenIdle();
  }

  /**
   * A fast disk would answer within the same turn of the loop, again and again, and keep it from all else. Asked for
   * before writers are answered, so that the next batch leaves before listeners of the log begin their work.
   */
  #restOneTurn(): void {
    this.#resting = true;
    setImmediate(() => {
      this.#resting = false;
      this.#flush();
    });
  }

  #reported(note: FaultNote): EventLogFault {
    const fault = faultFrom(note);
    if (fault.code === 'damaged') this.#hooks.onDamage(fault);
    return fault;
  }

  #answered(id: number): Asked | undefined {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    return asked;
  }

  #closeWhenIdle(): void {
    if (!this.#closing || this.#gone !== undefined) return;
    if (this.#underWay.length + this.#waiting.length + this.#asked.size === 0) this.#send({ kind: 'close' });
  }

  #lose(reason: string): void {
    if (this.#gone !== undefined) return;
    this.#abandon(reason);
    this.#hooks.onLost(reason);
  }

  #ended(): void {
    if (this.#gone === undefined) this.#lose('the storage worker ended');
    this.#closing?.resolve();
  }

  #abandon(reason: string): void {
    this.#gone = reason;
    const fault = new EventLogFault('unavailable', reason);
    const abandoned = [...this.#underWay, ...this.#waiting];
    this.#underWay = [];
    this.#waiting = [];
    for (const { settle } of abandoned) settle(fault);
    for (const { reject } of this.#asked.values()) reject(fault);
    this.#asked.clear();
    this.#closing?.resolve();
    this.#worker.unref();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

function firstMessage(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void =>
      reject(new EventLogFault('unavailable', `the storage worker failed: ${error.message}`));
    worker.once('error', failed);
    worker.once('message', (message: FromWorker) => {
      worker.off('error', failed);
      resolve(message);
    });
    worker.once('exit', () => failed(new Error('it ended before it said anything')));
  });
}

function faultFrom({ code, message, position }: FaultNote): EventLogFault {
  return new EventLogFault(code, message, position);
}

function eventCount(request: WriteRequest): number {
  return request.write === 'append' ? request.streams.reduce((sum, [, , events]) => sum + events.length, 0) : 0;
}

function unanswered(): EventLogFault {
  return new EventLogFault('unavailable', 'the storage worker left a write without an answer');
}
