import { create } from 'zustand';

type SeenStore = {
  /** Server time up to which the changes of a thing have been seen, by the key of the thing. */
  readonly upTo: ReadonlyMap<string, number>;
};

const useSeenStore = create<SeenStore>(() => ({ upTo: new Map() }));

/** What was changed up to then needs no mark any more. Never takes anything back. */
export const markSeen = (key: string, at: number): void =>
  useSeenStore.setState(({ upTo }) => ((upTo.get(key) ?? -1) >= at ? {} : { upTo: new Map(upTo).set(key, at) }));

export const useSeenUpTo = (key: string): number | undefined => useSeenStore(({ upTo }) => upTo.get(key));
