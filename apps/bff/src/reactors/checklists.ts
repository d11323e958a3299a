import { checklistsDue, type Occasion } from '@sitrep/shared/checklists/due';
import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { systemActor } from '@sitrep/shared/kernel/actor';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Room } from '@sitrep/shared/rooms/room';
import type { Settings } from '@sitrep/shared/settings/values';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import type { Reaction } from './reactor.ts';

export type ChecklistsDeps = {
  readonly bus: CommandBus;
  /** Of an open incident. */
  readonly openRoom: (stream: StreamId) => Room | undefined;
  readonly settings: () => Settings;
  readonly logger: Logger;
};

type Wanted = Recorded<
  Extract<
    IncidentEvent,
    {
      type:
        | 'incident.declared'
        | 'incident.status-changed'
        | 'incident.reopened'
        | 'incident.severity-changed'
        | 'incident.milestone-set';
    }
  >
>;

const ACTOR = systemActor('checklists');
const WANTED: ReadonlySet<string> = new Set<Wanted['type']>([
  'incident.declared',
  'incident.status-changed',
  'incident.reopened',
  'incident.severity-changed',
  'incident.milestone-set',
]);

const occasionOf = ({ type, data }: Wanted): Occasion | undefined => {
  switch (type) {
    case 'incident.declared':
      return 'declared';
    case 'incident.status-changed':
    case 'incident.reopened':
      return 'moved';
    case 'incident.severity-changed':
      return data.to < data.from ? 'raised' : undefined;
    case 'incident.milestone-set':
      return data.milestone === 'acknowledged' && data.to !== undefined ? 'acknowledged' : undefined;
  }
};

/** An incident gets the checklists of its severity as it comes to their phases, each once. */
export const checklists = (deps: ChecklistsDeps): Reaction => ({
  name: 'checklists',
  wants: ({ type }) => WANTED.has(type),
  handle: async (batch) => {
    for (const [stream, occasions] of occasionsByStream(batch)) await startDue(deps, stream, occasions);
  },
});

const occasionsByStream = (batch: readonly StoredEvent[]): ReadonlyMap<StreamId, ReadonlySet<Occasion>> => {
  const found = new Map<StreamId, Set<Occasion>>();
  for (const event of batch) {
    const occasion = occasionOf(event as StoredEvent & Wanted);
    if (occasion !== undefined) found.set(event.stream, (found.get(event.stream) ?? new Set()).add(occasion));
  }
  return found;
};

const startDue = async (
  { bus, openRoom, settings, logger }: ChecklistsDeps,
  stream: StreamId,
  occasions: ReadonlySet<Occasion>,
): Promise<void> => {
  const room = openRoom(stream);
  if (room === undefined || !isDeclared(room.incident)) return;
  const incidentId: IncidentId = room.incident.id;
  for (const checklistId of checklistsDue(occasions, room.incident, settings().checklists, room.checklists)) {
    try {
      await bus.execute({
        type: 'checklist.start',
        input: { incidentId, checklistId },
        actor: ACTOR,
        // The same one again has no effect, whenever its events are looked at.
        commandId: derivedId('checklist', incidentId, checklistId),
      });
    } catch (error) {
      if (!isRefusal(error) || error.code === 'unavailable') throw error;
      // Closed in the meantime, or the settings have another list by now.
      logger.info({ incidentId, checklistId, code: error.code }, 'an incident did not get a checklist');
    }
  }
};
