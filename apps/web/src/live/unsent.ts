import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { createStore } from 'zustand/vanilla';
import type { ConnectionState, ReadStore, RefusedCommand, UnsentView } from './live-client.ts';
import { fieldsOf, writtenIn, type OutboxEntry } from './outbox-item.ts';
import { same } from './same.ts';

const refusedFrom = ({ progress, command, commandId, type, writtenAt }: OutboxEntry): RefusedCommand[] => {
  if (progress.step !== 'refused') return [];
  const { entryId } = fieldsOf(command);
  const text = writtenIn(command);
  const { incidentId } = command as { readonly incidentId?: IncidentId };
  return [{ commandId, type, incidentId, entryId, text, writtenAt, problem: progress.problem }];
};

/** The outbox as the screens see it: what takes a moment on a working connection is not unsent. */
export const createUnsent = (
  outbox: ReadStore<readonly OutboxEntry[]>,
  connection: ReadStore<ConnectionState>,
): ReadStore<UnsentView> => {
  const view = (): UnsentView => {
    const isLive = connection.getState().status === 'live';
    const entries = outbox.getState();
    return {
      count: entries.filter(({ progress: { step } }) => step === 'unsent' || (step === 'waiting' && !isLive)).length,
      refused: entries.flatMap(refusedFrom),
    };
  };
  const store = createStore<UnsentView>(view);
  const refresh = () => {
    const next = view();
    if (!same(store.getState(), next)) store.setState(next, true);
  };
  outbox.subscribe(refresh);
  connection.subscribe(refresh);
  return store;
};
