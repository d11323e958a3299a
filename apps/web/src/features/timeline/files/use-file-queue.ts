import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useStore } from 'zustand';
import { useMe } from '../../../widgets/me.ts';
import type { FileQueue, QueueState } from './file-queue.ts';
import { fileQueueOf } from './queues.ts';

export const useFileQueue = (incident: IncidentId): { readonly queue: FileQueue; readonly state: QueueState } => {
  const { id } = useMe();
  const queue = fileQueueOf(id, incident);
  return { queue, state: useStore(queue) };
};
