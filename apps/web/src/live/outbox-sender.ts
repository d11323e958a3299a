import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { CommandProblem } from './command-problem.ts';
import type { OutboxEntry } from './outbox-item.ts';
import { backoffMs, type Scheduler } from './scheduler.ts';

export type SenderPorts = {
  readonly scheduler: Scheduler;
  readonly next: () => OutboxEntry | undefined;
  /** @throws CommandProblem */
  readonly send: (entry: OutboxEntry, signal: AbortSignal) => Promise<CommandAnswer>;
  readonly onAccepted: (entry: OutboxEntry, answer: CommandAnswer) => Promise<void>;
  readonly onRefused: (entry: OutboxEntry, problem: CommandProblem) => Promise<void>;
  /** It will be tried again. */
  readonly onUnsent: (entry: OutboxEntry) => void;
};

const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 15_000;
/** A command that the server fails on, so often, is refused: others wait behind it. */
const DEFECTS_BORNE = 5;

export type Sender = {
  /** Sends one after the other, in order, until the signal ends it. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** There is something new, or a reason to try again now. */
  readonly wake: () => void;
};

export const createSender = (ports: SenderPorts): Sender => {
  const { scheduler } = ports;
  let wakeUp = () => {};
  let woken = false;

  const nap = (signal: AbortSignal, ms: number | undefined): Promise<void> =>
    new Promise((resolve) => {
      if (woken || signal.aborted) {
        resolve();
        return;
      }
      const cancel = ms === undefined ? () => {} : scheduler.after(ms, () => wakeUp());
      wakeUp = () => {
        cancel();
        signal.removeEventListener('abort', wakeUp);
        resolve();
      };
      signal.addEventListener('abort', wakeUp);
    });

  const isFinal = ({ code }: CommandProblem, attempts: number): boolean =>
    code === 'internal'
      ? attempts >= DEFECTS_BORNE
      : !['unavailable', 'rate-limited', 'unauthenticated'].includes(code);

  /** Answers for how long to wait; nothing where the next may go at once. */
  const sendOne = async (entry: OutboxEntry, attempts: number, signal: AbortSignal): Promise<number | undefined> => {
    try {
      await ports.onAccepted(entry, await ports.send(entry, signal));
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      if (signal.aborted) return undefined;
      if (!isFinal(error, attempts)) {
        ports.onUnsent(entry);
        const asked = (error.retryAfterS ?? 0) * 1_000;
        return Math.max(asked, backoffMs(scheduler, attempts, FIRST_RETRY_MS, MAX_RETRY_MS));
      }
      await ports.onRefused(entry, error);
    }
    return undefined;
  };

  return {
    run: async (signal) => {
      let attempts = 0;
      let last: string | undefined;
      while (!signal.aborted) {
        woken = false;
        const entry = ports.next();
        attempts = entry?.commandId === last ? attempts + 1 : 1;
        last = entry?.commandId;
        const wait = entry === undefined ? undefined : await sendOne(entry, attempts, signal);
        if (entry === undefined || wait !== undefined) await nap(signal, wait);
      }
    },
    wake: () => {
      woken = true;
      wakeUp();
    },
  };
};
