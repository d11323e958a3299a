import type { UserId } from '@sitrep/shared/kernel/ids';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import { createStore } from 'zustand/vanilla';
import { CommandProblem, unreachable } from './command-problem.ts';
import type { ReadStore } from './live-client.ts';
import { builtOn, isBuiltOn, isWaiting, itemOf, nextToSend, withEntry, withStored } from './outbox-entries.ts';
import type { OutboxEntry, OutboxItem, Progress } from './outbox-item.ts';
import { createSender, type SenderPorts } from './outbox-sender.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { sleep, type Scheduler } from './scheduler.ts';
import { asAnyTab, type AsSoleTab } from './sole-tab.ts';
import type { OpenTabChannel, TabChannel, TabMessage } from './tab-channel.ts';

export type OutboxPorts = {
  readonly scheduler: Scheduler;
  readonly openStorage: () => Promise<OutboxStorage>;
  readonly asSoleTab: AsSoleTab;
  readonly openChannel: OpenTabChannel;
  readonly send: SenderPorts['send'];
  /** Nothing is sent: signed out, or the page is older than the server. */
  readonly isPaused: () => boolean;
  readonly onFault: (error: unknown) => void;
};

export type Outbox = ReadStore<readonly OutboxEntry[]> & {
  readonly start: (userId: UserId) => void;
  readonly stop: () => void;
  /** Resolves when accepted, rejects when refused; both may take as long as the network is away. */
  readonly add: (item: OutboxItem) => Promise<CommandAnswer>;
  readonly retry: (commandId: string) => void;
  readonly discard: (commandId: string) => void;
  /**
   * Takes back what has not been accepted; says whether it could. Should it have been on its way and be accepted all
   * the same, `onLate` hears of it.
   */
  readonly withdraw: (commandId: string, onLate: (answer: CommandAnswer) => void) => boolean;
  /** Events of a command came in: it was accepted, whether or not its answer has arrived. */
  readonly seen: (commandId: string, answer: CommandAnswer) => void;
  /** Lets go of accepted entries that the screen shows without it. */
  readonly letGo: (isShown: (entry: OutboxEntry, position: number) => boolean) => void;
  readonly wake: () => void;
};

const AFTER_FAULT_MS = 5_000;

type Waiter = { readonly resolve: (answer: CommandAnswer) => void; readonly reject: (problem: CommandProblem) => void };

export const createOutbox = (ports: OutboxPorts): Outbox => {
  const store = createStore<readonly OutboxEntry[]>(() => []);
  const waiters = new Map<string, Waiter[]>();
  /** Accepted or let go of: whatever is heard or read of these later is old. */
  const done = new Set<string>();
  let storage: Promise<OutboxStorage> | undefined;
  let session: { readonly userId: UserId; readonly end: AbortController; readonly channel: TabChannel } | undefined;

  const find = (commandId: string) => store.getState().find((entry) => entry.commandId === commandId);
  const opened = () => (storage ??= ports.openStorage());
  const tell = (message: TabMessage) => session?.channel.post(message);
  const change = (commandId: string, to: Progress | undefined) => {
    const changed = (entry: OutboxEntry) => (to === undefined ? undefined : { ...entry, progress: to });
    store.setState(withEntry(store.getState(), commandId, changed), true);
  };

  const settle = (commandId: string, run: (waiter: Waiter) => void) => {
    for (const waiter of waiters.get(commandId) ?? []) run(waiter);
    waiters.delete(commandId);
  };

  const accept = (commandId: string, answer: CommandAnswer) => {
    if (!done.has(commandId)) {
      const { outcome, position } = answer;
      change(commandId, outcome === 'unchanged' ? undefined : { step: 'accepted', position });
      done.add(commandId);
    }
    settle(commandId, ({ resolve }) => resolve(answer));
  };

  const refuse = (commandId: string, problem: CommandProblem) => {
    if (done.has(commandId)) return;
    change(commandId, { step: 'refused', problem: problem.info() });
    settle(commandId, ({ reject }) => reject(problem));
  };

  const reload = async () => {
    const { userId } = session ?? {};
    if (userId === undefined) return;
    const stored = await (await opened()).load(userId);
    if (session?.userId !== userId) return;
    store.setState(withStored(store.getState(), stored, done), true);
    sender.wake();
  };

  /** On disk before other tabs are told: one that crashes then leaves it to be sent again under its id. */
  const write = async (commandId: string) => {
    const entry = find(commandId);
    if (entry === undefined || done.has(commandId)) return;
    const order = await (await opened()).put(itemOf(entry));
    // Taken back while it was being written.
    if (done.has(commandId)) await remove(commandId);
    store.setState(
      withEntry(store.getState(), commandId, (now) => ({ ...now, order })),
      true,
    );
    tell({ kind: 'changed' });
    sender.wake();
  };

  // No room on the disk: the text stays on screen, and whoever wrote it may try again.
  const writeOrRefuse = (commandId: string) => write(commandId).catch(() => refuse(commandId, unreachable()));

  const remove = async (commandId: string) => (await opened()).remove(commandId);

  const inBackground = (work: Promise<void>) => void work.catch(ports.onFault);

  const sender = createSender({
    scheduler: ports.scheduler,
    next: () => (ports.isPaused() ? undefined : nextToSend(store.getState(), PROTOCOL)),
    send: ports.send,
    onAccepted: async ({ commandId }, answer) => {
      accept(commandId, answer);
      tell({ kind: 'accepted', commandId, answer });
      await remove(commandId);
    },
    onRefused: async (entry, problem) => {
      for (const { commandId } of [entry, ...builtOn(entry, store.getState())]) {
        refuse(commandId, problem);
        tell({ kind: 'refused', commandId, problem: problem.info() });
        // In the order in which they were written.
        // oxlint-disable-next-line no-await-in-loop
        await write(commandId);
      }
    },
    onUnsent: ({ commandId }) => {
      if (!done.has(commandId)) change(commandId, { step: 'unsent' });
    },
  });

  const hear = (message: TabMessage) => {
    if (message.kind === 'accepted') accept(message.commandId, message.answer);
    else if (message.kind === 'refused') refuse(message.commandId, new CommandProblem(message.problem));
    else inBackground(reload());
  };

  const lead = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        await reload();
        await sender.run(signal);
      } catch (error) {
        ports.onFault(error);
        await sleep(ports.scheduler, AFTER_FAULT_MS);
      }
    }
  };

  return {
    ...store,
    start: (userId) => {
      const end = new AbortController();
      const name = `sitrep-outbox-${userId}`;
      session = { userId, end, channel: ports.openChannel(name, hear) };
      const run = async () => {
        await reload();
        const asSoleTab = (await opened()).reach === 'tab' ? asAnyTab : ports.asSoleTab;
        await asSoleTab(name, end.signal, lead);
      };
      inBackground(run());
    },
    stop: () => {
      session?.end.abort();
      session?.channel.close();
      session = undefined;
      store.setState([], true);
      const ended = new CommandProblem({ code: 'unauthenticated', detail: '' });
      for (const commandId of waiters.keys()) settle(commandId, ({ reject }) => reject(ended));
    },
    add: (item) =>
      new Promise((resolve, reject) => {
        waiters.set(item.commandId, [...(waiters.get(item.commandId) ?? []), { resolve, reject }]);
        if (find(item.commandId) !== undefined) return;
        store.setState([...store.getState(), { ...item, progress: { step: 'waiting' } }], true);
        void writeOrRefuse(item.commandId);
      }),
    retry: (commandId) => {
      if (find(commandId)?.progress.step !== 'refused') return;
      change(commandId, { step: 'waiting' });
      // Read again: another tab's message may have brought the refusal back from the disk meanwhile.
      inBackground(writeOrRefuse(commandId).then(reload));
    },
    discard: (commandId) => {
      if (find(commandId)?.progress.step !== 'refused') return;
      change(commandId, undefined);
      done.add(commandId);
      inBackground(remove(commandId).then(() => tell({ kind: 'changed' })));
    },
    withdraw: (commandId, onLate) => {
      const entry = find(commandId);
      if (entry === undefined || !isWaiting(entry.progress) || isBuiltOn(entry, store.getState())) return false;
      change(commandId, undefined);
      done.add(commandId);
      settle(commandId, ({ resolve }) => resolve({ events: [], position: 0, outcome: 'unchanged' }));
      waiters.set(commandId, [{ resolve: onLate, reject: () => {} }]);
      inBackground(remove(commandId).then(() => tell({ kind: 'changed' })));
      return true;
    },
    seen: (commandId, answer) => {
      if (done.has(commandId)) settle(commandId, ({ resolve }) => resolve(answer));
      if (done.has(commandId) || find(commandId) === undefined) return;
      accept(commandId, answer);
      inBackground(remove(commandId));
    },
    letGo: (isShown) => {
      const entries = store.getState();
      const kept = entries.filter(
        (entry) => entry.progress.step !== 'accepted' || !isShown(entry, entry.progress.position),
      );
      if (kept.length < entries.length) store.setState(kept, true);
    },
    wake: () => {
      sender.wake();
      tell({ kind: 'changed' });
    },
  };
};
