import { checklistsDue, type Occasion } from '@sitrep/shared/checklists/due';
import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { isDeclared, type Incident } from '@sitrep/shared/incidents/state';
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
        | 'incident.milestone-set'
        | 'incident.role-changed';
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
  'incident.role-changed',
]);

const occasionOf = ({ type, data, at }: Wanted, { milestones }: Incident): Occasion | undefined => {
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
    case 'incident.role-changed':
      // Whoever takes the first role acknowledges it.
      return milestones.acknowledged === at ? 'acknowledged' : undefined;
  }
};

/** An incident gets the checklists of its severity as it comes to their phases, each once. */
export const checklists = (deps: ChecklistsDeps): Reaction => ({
  name: 'checklists',
  wants: ({ type }) => WANTED.has(type),
  handle: async (batch) => {
    for (const [stream, events] of byStream(batch)) await startDue(deps, stream, events);
  },
});

const byStream = (batch: readonly StoredEvent[]): ReadonlyMap<StreamId, readonly StoredEvent[]> => {
  const found = new Map<StreamId, StoredEvent[]>();
  for (const event of batch) {
    const events = found.get(event.stream);
    if (events === undefined) found.set(event.stream, [event]);
    else events.push(event);
  }
  return found;
};

const startDue = async (
  { bus, openRoom, settings, logger }: ChecklistsDeps,
  stream: StreamId,
  events: readonly StoredEvent[],
): Promise<void> => {
  const room = openRoom(stream);
  if (room === undefined || !isDeclared(room.incident)) return;
  const { incident } = room;
  const incidentId: IncidentId = incident.id;
  const occasions = events.flatMap((event) => occasionOf(event as StoredEvent & Wanted, incident) ?? []);
  for (const checklistId of checklistsDue(occasions, incident, settings().checklists, room.checklists)) {
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
