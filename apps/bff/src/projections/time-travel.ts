import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import { invalid } from '@sitrep/shared/kernel/refusals';
import { roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
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
