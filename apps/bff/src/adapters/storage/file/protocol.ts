import type { ActorRef, StreamId } from '@sitrep/shared/kernel/event';
import type { EventLogFaultCode } from '../../../ports/event-log.ts';

/** What crosses between the server's thread and the storage worker: plain data, few and large messages. */

export type WorkerOptions = {
  readonly file: string;
  /** How many of the newest events are verified before the worker reports `opened`. */
  readonly verifyAtOpen: number;
  /** Kills the process at a named moment, for the fault rig; see `crash-point.ts`. */
  readonly crashAt?: string | undefined;
};

export type FaultNote = {
  readonly code: EventLogFaultCode;
  readonly message: string;
  readonly position?: number | undefined;
};

export type EventTuple = readonly [id: string, type: string, schema: number, payload: string];
export type StreamTuple = readonly [stream: StreamId, expectedVersion: number, events: readonly EventTuple[]];

export type WriteRequest =
  | {
      readonly write: 'append';
      readonly actor: ActorRef;
      readonly commandId: string;
      readonly at: number;
      readonly streams: readonly StreamTuple[];
    }
  | {
      readonly write: 'docs';
      readonly docs: readonly { readonly collection: string; readonly key: string; readonly json: string | null }[];
    }
  | { readonly write: 'take'; readonly collection: string; readonly key: string };

/** Events as two columns, which cross threads at a fifth of the cost of one object each. */
export type EventColumns = {
  /** JSON array of `HeaderTuple`s. */
  readonly headers: string;
  /** JSON text of each payload; null where it was erased. */
  readonly payloads: readonly (string | null)[];
};

export type WriteResult =
  | { readonly done: 'appended'; readonly firstPosition: number; readonly at: number }
  | { readonly done: 'repeated'; readonly events: EventColumns }
  | { readonly done: 'conflict'; readonly stream: StreamId; readonly expected: number; readonly actual: number }
  /** What was stored for this request the first time does not verify. */
  | { readonly done: 'failed'; readonly fault: FaultNote }
  | { readonly done: 'written' }
  | { readonly done: 'taken'; readonly json: string | null };

/** How a check of a stretch of the log ended: everything up to `position` holds. */
export type Checked = { readonly position: number; readonly chain: string };

export type Query =
  | { readonly ask: 'all'; readonly after: number; readonly limit: number }
  | { readonly ask: 'stream'; readonly stream: StreamId; readonly afterVersion: number; readonly upToPosition: number }
  | { readonly ask: 'outcome'; readonly actor: ActorRef; readonly commandId: string }
  | { readonly ask: 'position-at'; readonly at: number }
  | { readonly ask: 'check'; readonly from: Checked; readonly limit: number }
  | { readonly ask: 'base' }
  | { readonly ask: 'doc'; readonly collection: string; readonly key: string }
  | { readonly ask: 'docs'; readonly collection: string }
  | { readonly ask: 'hold-still' };

export type Answers = {
  all: EventColumns;
  stream: EventColumns;
  outcome: EventColumns | null;
  'position-at': number;
  check: Checked;
  /** What the log begins from. */
  base: Checked;
  doc: string | null;
  docs: readonly { readonly key: string; readonly json: string }[];
  /** Position of the last event in the database file, which from now on does not change. */
  'hold-still': number;
};

export type ToWorker =
  | { readonly kind: 'commit'; readonly requests: readonly WriteRequest[] }
  | { readonly kind: 'query'; readonly id: number; readonly query: Query }
  /** The database file may change again. */
  | { readonly kind: 'move-on' }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'opened'; readonly head: number }
  | { readonly kind: 'refused'; readonly fault: FaultNote }
  | { readonly kind: 'committed'; readonly results: readonly WriteResult[] }
  /** The batch was rolled back as a whole; the next one may succeed. */
  | { readonly kind: 'rolled-back'; readonly reason: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: FaultNote }
  /** A sync or write failed: nobody knows what is on the medium, so nothing is tried again. */
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'closed' };
