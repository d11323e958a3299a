import type { Me, SessionAnswer } from '@sitrep/shared/protocol/http';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import { createStore } from 'zustand/vanilla';
import { CommandProblem } from './command-problem.ts';
import type { Api } from './http-api.ts';
import type { ReadStore, SessionState } from './live-client.ts';
import { same } from './same.ts';
import { backoffMs, type Scheduler } from './scheduler.ts';
import type { ServerTime } from './server-time.ts';

export type SignedOutReason = 'signed-out' | 'deactivated' | 'expired';

export type Session = ReadStore<SessionState> & {
  readonly reload: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** The server said so. */
  readonly ended: (reason: SignedOutReason) => void;
  /** The directory knows something newer of the person signed in. */
  readonly changed: (me: Me) => void;
  readonly stop: () => void;
};

export type SessionPorts = {
  readonly api: Api;
  readonly scheduler: Scheduler;
  readonly serverTime: ServerTime;
  readonly onOutdated: () => void;
};

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 10_000;

/** Who is signed in, as the server says. */
export const createSession = ({ api, scheduler, serverTime, onOutdated }: SessionPorts): Session => {
  const store = createStore<SessionState>(() => ({ status: 'loading' }));
  let failures = 0;
  /** Of the server, whoever is signed in. */
  let drill: Pick<SessionState, 'drill'> = {};
  let cancelRetry = () => {};

  const become = (state: SessionState) => {
    const next = { ...state, ...drill };
    if (!same(store.getState(), next)) store.setState(next, true);
  };

  const reload = async (): Promise<void> => {
    cancelRetry();
    try {
      const answer = await api.get<SessionAnswer>('/session');
      failures = 0;
      if (answer.drill !== undefined) drill = { drill: answer.drill };
      serverTime.observe(answer.serverTime);
      if (answer.protocol !== PROTOCOL) onOutdated();
      become(answer.signedIn ? { status: 'signed-in', me: answer.me } : signedOut(store.getState()));
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      failures += 1;
      // Who was signed in stays so while the server is away.
      if (store.getState().status === 'loading') become({ status: 'unreachable' });
      cancelRetry = scheduler.after(backoffMs(scheduler, failures, FIRST_RETRY_MS, MAX_RETRY_MS), () => void reload());
    }
  };

  return {
    ...store,
    reload,
    signOut: async () => {
      await api.send('DELETE', '/session');
      become({ status: 'signed-out', reason: 'signed-out' });
    },
    ended: (reason) => {
      // While loading, the answer to `reload` says more: who never signed in was not signed out.
      if (store.getState().status === 'signed-in') become({ status: 'signed-out', reason });
    },
    changed: (me) => become({ status: 'signed-in', me }),
    stop: () => cancelRetry(),
  };
};

/** A session that was there a moment ago has run out. */
const signedOut = (former: SessionState): SessionState => {
  if (former.status === 'signed-out') return former;
  return former.status === 'signed-in' ? { status: 'signed-out', reason: 'expired' } : { status: 'signed-out' };
};
