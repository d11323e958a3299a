import { useEffect, useSyncExternalStore } from 'react';
import { patiently } from './patiently.ts';

export type Later<Module> = {
  /** When idle, or when somebody goes towards what needs it. */
  readonly load: () => void;
  /** As soon as it is there, at once where it is; loaded where it is `wanted`. */
  readonly use: (wanted: boolean) => Module | undefined;
};

/**
 * A part of the app that comes later. Unlike `lazy` it is shown in the very frame that asks for it once it is there:
 * React holds back what was suspended for a third of a second, and letters typed meanwhile would go nowhere.
 */
export const later = <Module>(fetchModule: () => Promise<Module>): Later<Module> => {
  const fetching = patiently(fetchModule);
  const listeners = new Set<() => void>();
  let loaded: Module | undefined;
  let loading: Promise<void> | undefined;
  const load = (): void => {
    loading ??= fetching().then(
      (module) => {
        loaded = module;
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
  const current = (): Module | undefined => loaded;
  const use = (wanted: boolean): Module | undefined => {
    useEffect(() => {
      if (wanted) load();
    }, [wanted]);
    return useSyncExternalStore(subscribe, current);
  };
  return { load, use };
};
