import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import { invalid } from '@sitrep/shared/kernel/refusals';
import { roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import { evolveIncident } from '@sitrep/shared/incidents/evolve';
import { undeclared, type IncidentState } from '@sitrep/shared/incidents/state';
import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { fold } from '@sitrep/shared/kernel/decider';
import type { EventLog } from '../ports/event-log.ts';

/** @throws Refusal `invalid` for what is neither an ISO time nor a position. */
export const positionAt = async (log: EventLog, at: string): Promise<number> => {
  if (/^\d{1,15}$/.test(at)) return Math.min(Number(at), log.head());
  // Without a zone it would mean another moment on each server.
  const time = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time)) throw invalid('at', 'Give an ISO time such as 2026-11-20T03:12:00Z, or a position.');
  return log.positionAt(time);
};

/** A room as it was at a position. */
export const roomAt = async (log: EventLog, stream: StreamId, upToPosition: number): Promise<Room> =>
  fold(roomAggregate, (await log.readStream(stream, { upToPosition })) as readonly unknown[] as Recorded<RoomEvent>[]);

const CHUNK = 10_000;

/** Every incident as it was at a position: reads the log from its beginning. */
export const incidentsAt = async (log: EventLog, upToPosition: number): Promise<readonly IncidentState[]> => {
  const incidents = new Map<StreamId, IncidentState>();
  for (let position = 0; position < upToPosition;) {
    const events = await log.readAll(position, Math.min(CHUNK, upToPosition - position));
    const last = events.at(-1);
    if (last === undefined) break;
    for (const event of events) {
      if (!event.type.startsWith('incident.')) continue;
      const before = incidents.get(event.stream) ?? undeclared;
      incidents.set(event.stream, evolveIncident(before, event as unknown as Recorded<IncidentEvent>));
    }
    position = last.position;
  }
  return [...incidents.values()];
};
