import { setImmediate as otherWork } from 'node:timers/promises';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import type { SitrepEvent } from '@sitrep/shared/protocol/catalogue';
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

const boardAt = async (log: EventLog, upToPosition: number): Promise<PastBoard> => {
  const rooms = new Map<StreamId, RoomBesideTimeline>();
  let settings = settingsAggregate.initialState;
  for (let position = 0; position < upToPosition;) {
    const events = await log.readAll(position, Math.min(CHUNK, upToPosition - position));
    const last = events.at(-1);
    if (last === undefined) break;
    for (const event of events as readonly unknown[] as readonly Recorded<SitrepEvent>[]) {
      if (event.stream === SETTINGS_STREAM) settings = settingsAggregate.evolve(settings, event as never);
      if (!event.stream.startsWith('incident/')) continue;
      const before = rooms.get(event.stream) ?? emptyRoomBesideTimeline;
      rooms.set(event.stream, evolveBesideTimeline(before, event as Recorded<RoomEvent>));
    }
    position = last.position;
    await otherWork();
  }
  const open = [...rooms.values()].filter(({ incident }) => isDeclared(incident) && incident.status !== 'closed');
  return { rooms: open, settings: settings.values };
};
