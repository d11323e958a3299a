import { useEffect, useSyncExternalStore } from 'react';
import { patiently } from '../patiently.ts';

/** What floats above the page is one chunk: nothing of it is needed for the first paint. */
const fetchPopups = patiently(() => import('./popups.ts'));

export type Popups = Awaited<ReturnType<typeof fetchPopups>>;

let loaded: Popups | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** When idle, and when somebody goes towards a trigger: then opening takes no more than a frame. */
export const loadPopups = (): void => {
  loading ??= fetchPopups().then(
    (popups) => {
      loaded = popups;
      for (const listener of listeners) listener();
    },
    () => {
      loading = undefined;
    },
  );
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const current = (): Popups | undefined => loaded;

/** The popups as soon as they are there, at once where they are; loads them where they are `wanted`. */
export const usePopups = (wanted: boolean): Popups | undefined => {
  useEffect(() => {
    if (wanted) loadPopups();
  }, [wanted]);
  return useSyncExternalStore(subscribe, current);
};
