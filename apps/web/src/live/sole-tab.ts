import { newId } from './ids.ts';
import { sleep, type Scheduler } from './scheduler.ts';

/**
 * Runs `run` while this tab alone holds `name` among the tabs of this browser; resolves when `signal` ends it. The
 * signal that `run` gets also ends when another tab took over.
 */
export type AsSoleTab = (
  name: string,
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<void>,
) => Promise<void>;

/** For what only this tab can see anyway. */
export const asAnyTab: AsSoleTab = (_name, signal, run) => run(signal);

const withLocks =
  (locks: LockManager): AsSoleTab =>
  async (name, signal, run) => {
    try {
      await locks.request(name, { signal }, () => run(signal));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };

const LEASE_MS = 6_000;
const RENEW_MS = 2_000;
const RACE_MS = 150;

type Lease = { readonly tab: string; readonly until: number };

/**
 * Pages served over plain HTTP have no Web Locks. Two tabs may both hold a lease for a moment: that may disturb the
 * order then, but sends nothing twice, since commands carry their ids.
 */
export const withLease = (storage: Storage, scheduler: Scheduler, tab: string = newId()): AsSoleTab => {
  const read = (key: string): Lease | undefined => {
    try {
      return JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  };
  const isMine = (key: string) => read(key)?.tab === tab;
  const write = (key: string) =>
    storage.setItem(key, JSON.stringify({ tab, until: scheduler.wall() + LEASE_MS } satisfies Lease));

  const acquired = async (key: string): Promise<boolean> => {
    const lease = read(key);
    const now = scheduler.wall();
    // A lease from the future is one from before the clock was set back.
    if (lease !== undefined && lease.tab !== tab && lease.until > now && lease.until <= now + LEASE_MS) return false;
    write(key);
    await sleep(scheduler, RACE_MS * (0.5 + scheduler.random() / 2));
    return isMine(key);
  };

  const hold = async (key: string, signal: AbortSignal, run: (signal: AbortSignal) => Promise<void>) => {
    const taken = new AbortController();
    const end = () => taken.abort();
    signal.addEventListener('abort', end);
    let cancel = () => {};
    const renew = () => {
      if (!isMine(key)) return end();
      write(key);
      cancel = scheduler.after(RENEW_MS, renew);
    };
    renew();
    try {
      await run(taken.signal);
    } finally {
      cancel();
      signal.removeEventListener('abort', end);
      if (isMine(key)) storage.removeItem(key);
    }
  };

  return async (name, signal, run) => {
    const key = `sitrep-lease:${name}`;
    while (!signal.aborted) {
      if (await acquired(key)) await hold(key, signal, run);
      else await sleep(scheduler, RENEW_MS);
    }
  };
};

export const browserSoleTab = (scheduler: Scheduler): AsSoleTab => {
  // Absent outside a secure context, whatever the type says.
  const locks = navigator.locks as LockManager | undefined;
  if (locks !== undefined) return withLocks(locks);
  try {
    return withLease(localStorage, scheduler);
  } catch {
    return asAnyTab;
  }
};
