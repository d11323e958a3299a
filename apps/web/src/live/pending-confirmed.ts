import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { createStore } from 'zustand/vanilla';
import type { ReadStore } from './live-client.ts';

type Pending = { readonly incidentId: string; readonly type: CommandType };

export type PendingConfirmed = ReadStore<readonly Pending[]> & {
  /** From the press of the button until what it returns is called. */
  readonly begin: (incidentId: string, type: CommandType) => () => void;
};

/** Confirmed commands on their way: a mark where they will show, never their effect. */
export const createPendingConfirmed = (): PendingConfirmed => {
  const store = createStore<readonly Pending[]>(() => []);
  return {
    ...store,
    begin: (incidentId, type) => {
      const pending: Pending = { incidentId, type };
      store.setState([...store.getState(), pending], true);
      return () =>
        store.setState(
          store.getState().filter((other) => other !== pending),
          true,
        );
    },
  };
};

export const pendingIn = (all: readonly Pending[], id: IncidentId): ReadonlySet<CommandType> =>
  new Set(all.filter(({ incidentId }) => incidentId === id).map(({ type }) => type));
