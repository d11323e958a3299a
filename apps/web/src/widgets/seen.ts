import { create } from 'zustand';

type SeenStore = {
  /** Server time up to which the changes of a thing have been seen, by the key of the thing. */
  readonly upTo: ReadonlyMap<string, number>;
};

const useSeenStore = create<SeenStore>(() => ({ upTo: new Map() }));

/** What was changed up to then needs no mark any more. Never takes anything back. */
export const markSeen = (key: string, at: number): void =>
  useSeenStore.setState(({ upTo }) => ((upTo.get(key) ?? -1) >= at ? {} : { upTo: new Map(upTo).set(key, at) }));

const firstLooks = new Map<string, number>();

/** When this page showed the thing first: whoever looks then knows nothing of before. Nobody has to be told of it. */
export const firstLookAt = (key: string, now: number): number => {
  const first = firstLooks.get(key) ?? now;
  firstLooks.set(key, first);
  return first;
};

export const useSeenUpTo = (key: string): number | undefined => useSeenStore(({ upTo }) => upTo.get(key));
