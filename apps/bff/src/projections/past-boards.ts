import { setImmediate as otherWork } from 'node:timers/promises';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import {
  emptyRoomBesideTimeline,
  evolveBesideTimeline,
  type RoomBesideTimeline,
  type RoomEvent,
} from '@sitrep/shared/rooms/room';
import { SETTINGS_STREAM } from '@sitrep/shared/settings/commands';
import { settingsAggregate } from '@sitrep/shared/settings/evolve';
import type { Settings } from '@sitrep/shared/settings/values';
import type { EventLog } from '../ports/event-log.ts';

const CHUNK = 2_000;
export const MOST_WAITING = 8;
const KEPT = 4;
const RETRY_AFTER_S = 5;

/** What a board is made of. */
export type PastBoard = { readonly rooms: readonly RoomBesideTimeline[]; readonly settings: Settings };

/**
 * The board as it was at a position. Each answer reads the log from its beginning, so one is made at a time,
 * the newest ones are kept, and whoever finds too many waiting is told to come again.
 */
export class PastBoards {
  readonly #log: EventLog;
  /** By position, as are those under way; least recently used first. */
  readonly #kept = new Map<number, PastBoard>();
  readonly #underWay = new Map<number, Promise<PastBoard>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** @throws Refusal `unavailable` where too many others wait */
  async openAt(position: number): Promise<PastBoard> {
    const kept = this.#kept.get(position);
    if (kept === undefined) return this.#underWay.get(position) ?? this.#begin(position);
    this.#keep(position, kept);
    return kept;
  }

  #begin(position: number): Promise<PastBoard> {
    if (this.#underWay.size > MOST_WAITING) {
      const message = 'Many people are looking back right now. Try again in a moment.';
      throw new Refusal('unavailable', message, { retryAfterS: RETRY_AFTER_S });
    }
    const answer = this.#last
      .then(() => boardAt(this.#log, position))
      .then((board) => this.#keep(position, board))
      .finally(() => this.#underWay.delete(position));
    this.#underWay.set(position, answer);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #keep(position: number, board: PastBoard): PastBoard {
    this.#kept.delete(position);
    this.#kept.set(position, board);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return board;
  }
}

/** First which were open then, and only those are folded: what all ever held does not fit into memory. */
const boardAt = async (log: EventLog, upToPosition: number): Promise<PastBoard> => {
  const open = new Set<StreamId>();
  let settings = settingsAggregate.initialState;
  for (let position = 0; position < upToPosition;) {
    const events = await log.readAll(position, Math.min(CHUNK, upToPosition - position));
    const last = events.at(-1);
    if (last === undefined) break;
    for (const event of events) {
      if (event.stream === SETTINGS_STREAM) settings = settingsAggregate.evolve(settings, event as never);
      if (event.type === 'incident.closed') open.delete(event.stream);
      if (event.type === 'incident.declared' || event.type === 'incident.reopened') open.add(event.stream);
    }
    position = last.position;
    await otherWork();
  }
  const rooms: RoomBesideTimeline[] = [];
  for (const stream of open) {
    rooms.push(await roomBesideTimelineAt(log, stream, upToPosition));
    await otherWork();
  }
  return { rooms, settings: settings.values };
};

const roomBesideTimelineAt = async (
  log: EventLog,
  stream: StreamId,
  upToPosition: number,
): Promise<RoomBesideTimeline> => {
  const events = await log.readStream(stream, { upToPosition });
  return (events as readonly unknown[] as readonly Recorded<RoomEvent>[]).reduce(
    evolveBesideTimeline<RoomBesideTimeline>,
    emptyRoomBesideTimeline,
  );
};
