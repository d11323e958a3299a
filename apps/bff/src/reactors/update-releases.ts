import { isDeclared } from '@sitrep/shared/incidents/state';
import type { Room } from '@sitrep/shared/rooms/room';
import { isPublishing } from '@sitrep/shared/updates/state';
import type { Due, DueSource } from './due-source.ts';

/** Updates that leave when their time to be held is over. */
export const updateReleases: DueSource = {
  dues: ({ incident, updates }: Room): readonly Due[] => {
    if (!isDeclared(incident)) return [];
    const incidentId = incident.id;
    return updates.items.filter(isPublishing).map(({ id, leavesAt }) => ({
      at: leavesAt,
      type: 'update.release',
      input: { incidentId, updateId: id, leavesAt },
      parts: ['update', id, leavesAt],
    }));
  },
};
