import type { ErrorCode } from '@sitrep/shared/kernel/errors';
import type { TopicUpdate } from '@sitrep/shared/protocol/socket';
import { createStore } from 'zustand/vanilla';
import { CommandProblem } from './command-problem.ts';
import { OutdatedError } from './outdated.ts';
import { fitOf, inOrder } from './position.ts';
import { createReachers } from './reachers.ts';
import { backoffMs, sleep } from './scheduler.ts';
import type { TopicFold, TopicPorts, TopicReplica, TopicState } from './topic.ts';

const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 10_000;
/** So many quick rounds, then it waits: a server whose answers never fit must not be flooded. */
const QUICK_ROUNDS = 3;
const MAX_WAITING = 2_000;
/** How often to ask again for what could be read but not subscribed to. */
const READ_ONLY_MS = 30_000;

const GONE: readonly ErrorCode[] = ['not-found', 'forbidden'];

export const createTopicReplica = <State, Snapshot extends { readonly position: number }>(
  fold: TopicFold<State, Snapshot>,
  ports: TopicPorts<Snapshot>,
): TopicReplica<State> => {
  const { scheduler } = ports;
  const store = createStore<TopicState<State>>(() => ({ phase: 'loading' }));

  let running = false;
  let syncing = false;
  let syncAgain = false;
  /** The server sends us updates, from where we stand. */
  let joined = false;
  let connection = 0;
  let mustTakeSnapshot = false;
  /** Updates that came while something was being asked for. */
  let waiting: TopicUpdate[] = [];
  let failures = 0;
  let cancelRetry = () => {};
  let behindSince: number | undefined;
  /** What was held when the connection was lost. */
  let before: { readonly position: number; readonly state: State } | undefined;
  /** Changes with each start and stop: answers to questions of before are nothing to us. */
  let life = 0;

  const held = () => {
    const topic = store.getState();
    return topic.phase === 'ready' ? topic : undefined;
  };

  const hold = (position: number, state: State) => {
    store.setState({ phase: 'ready', position, state }, true);
    reachers.held(position);
  };

  const forget = (phase: 'loading' | 'missing' | 'failed') => {
    store.setState({ phase }, true);
    joined = false;
    waiting = [];
    before = undefined;
    behindSince = undefined;
  };

  const fallBehind = () => {
    joined = false;
    if (held() !== undefined) behindSince ??= scheduler.now();
  };

  /** Applies what fits of these; says whether all of it did. */
  const apply = (updates: TopicUpdate[]): 'done' | 'gap' => {
    const start = held();
    if (start === undefined) return 'gap';
    let { position, state } = start;
    updates.sort(inOrder);
    while (updates[0] !== undefined) {
      const fit = fitOf(position, updates[0]);
      if (fit === 'gap') break;
      if (fit === 'next') {
        state = fold.apply(state, updates[0]);
        ({ position } = updates[0]);
      }
      updates.shift();
    }
    if (position !== start.position || state !== start.state) hold(position, state);
    return updates.length === 0 ? 'done' : 'gap';
  };

  const takeSnapshot = async () => {
    const asked = life;
    const snapshot = await ports.takeSnapshot();
    if (asked !== life) return;
    mustTakeSnapshot = false;
    hold(snapshot.position, fold.fromSnapshot(snapshot, held()?.state));
    // Until the server sends us updates, who knows what has happened since.
    if (!joined) fallBehind();
  };

  /** What cannot be subscribed to may still be read, such as a room closed long ago. */
  const refused = async (problem: CommandProblem) => {
    if (!GONE.includes(problem.code)) throw problem;
    await takeSnapshot();
    joined = true;
    cancelRetry();
    cancelRetry = scheduler.after(READ_ONLY_MS, askAnew);
  };

  const join = async (after: number): Promise<void> => {
    const asked = connection;
    const answer = await ports.subscribe(after);
    if (!running || asked !== connection) return;
    if (answer.outcome === 'refused') {
      await refused(new CommandProblem({ code: answer.code, detail: answer.message }));
      return;
    }
    joined = true;
    ports.onAlso(answer.also);
    if (answer.outcome === 'take-snapshot' || apply([...answer.updates]) === 'gap') mustTakeSnapshot = true;
  };

  /** One question to the server; says whether there is more to ask. */
  const round = async (): Promise<boolean> => {
    const current = held();
    if (current === undefined || mustTakeSnapshot) await takeSnapshot();
    else if (!joined && ports.isConnected()) await join(current.position);
    if (!running) return false;
    if (!mustTakeSnapshot && apply(waiting) === 'gap') fallBehind();
    return mustTakeSnapshot || (!joined && ports.isConnected());
  };

  const settled = () => {
    failures = 0;
    const current = held();
    if (!joined || current === undefined) return;
    behindSince = undefined;
    reachers.answered();
    const wentBack = before !== undefined && current.position < before.position;
    const caughtUp = before === undefined || wentBack ? 0 : fold.difference(before.state, current.state);
    before = undefined;
    ports.onSettled(caughtUp, wentBack);
  };

  const failed = (error: unknown) => {
    fallBehind();
    if (error instanceof CommandProblem && GONE.includes(error.code)) {
      forget('missing');
      return;
    }
    if (error instanceof OutdatedError) {
      ports.onFault(error);
      return;
    }
    if (!(error instanceof CommandProblem)) ports.onFault(error);
    if (held() === undefined) store.setState({ phase: 'failed' }, true);
    failures += 1;
    cancelRetry();
    cancelRetry = scheduler.after(backoffMs(scheduler, failures, FIRST_RETRY_MS, MAX_RETRY_MS), () => void sync());
  };

  const sync = async (): Promise<void> => {
    syncAgain = true;
    if (syncing || !running) return;
    syncing = true;
    try {
      for (let rounds = 1; syncAgain; rounds += 1) {
        if (rounds > QUICK_ROUNDS) {
          await sleep(scheduler, backoffMs(scheduler, rounds - QUICK_ROUNDS, FIRST_RETRY_MS, MAX_RETRY_MS));
        }
        syncAgain = false;
        if (running && (await round())) syncAgain = true;
      }
      settled();
    } catch (error) {
      if (running) failed(error);
    } finally {
      syncing = false;
    }
  };

  const receive = (update: TopicUpdate) => {
    if (!running) return;
    waiting.push(update);
    if (waiting.length > MAX_WAITING) {
      waiting = [];
      fallBehind();
    }
    if (syncing || held() === undefined) return;
    try {
      if (apply(waiting) === 'done') return;
      fallBehind();
      void sync();
    } catch (error) {
      failed(error);
    }
  };

  const askAnew = () => {
    joined = false;
    void sync();
  };
  const reachers = createReachers(scheduler, askAnew);

  return {
    store,
    receive,
    reached: async (position) => {
      if (running && (held()?.position ?? -1) < position) await reachers.wait(position);
    },
    start: () => {
      running = true;
      life += 1;
      void sync();
    },
    stop: () => {
      running = false;
      life += 1;
      cancelRetry();
      forget('loading');
      reachers.release();
    },
    connected: () => {
      connection += 1;
      failures = 0;
      void sync();
    },
    lost: () => {
      connection += 1;
      before ??= held();
      fallBehind();
    },
    retry: () => {
      if (held() !== undefined) return;
      forget('loading');
      void sync();
    },
    withdraw: () => forget('missing'),
    amend: (change) => {
      const current = held();
      if (current !== undefined) hold(current.position, change(current.state));
    },
    behindSince: () => behindSince,
  };
};
