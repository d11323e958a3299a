import { setImmediate as otherWork } from 'node:timers/promises';
import { evolveIncident } from '@sitrep/shared/incidents/evolve';
import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { isDeclared, undeclared, type IncidentState } from '@sitrep/shared/incidents/state';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import type { EventLog } from '../ports/event-log.ts';

const CHUNK = 2_000;
export const MOST_WAITING = 8;
const KEPT = 4;
const RETRY_AFTER_S = 5;

type Incidents = readonly IncidentState[];

/**
 * The incidents that were open at a position. Each answer reads the log from its beginning, so one is made at a time,
 * the newest ones are kept, and whoever finds too many waiting is told to come again.
 */
export class PastBoards {
  readonly #log: EventLog;
  /** By position, as are those under way; least recently used first. */
  readonly #kept = new Map<number, Incidents>();
  readonly #underWay = new Map<number, Promise<Incidents>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** @throws Refusal `unavailable` where too many others wait */
  async openAt(position: number): Promise<Incidents> {
    const kept = this.#kept.get(position);
    if (kept === undefined) return this.#underWay.get(position) ?? this.#begin(position);
    this.#keep(position, kept);
    return kept;
  }

  #begin(position: number): Promise<Incidents> {
    if (this.#underWay.size > MOST_WAITING) {
      const message = 'Many people are looking back right now. Try again in a moment.';
      throw new Refusal('unavailable', message, { retryAfterS: RETRY_AFTER_S });
    }
    const answer = this.#last
      .then(() => openIncidentsAt(this.#log, position))
      .then((incidents) => this.#keep(position, incidents))
      .finally(() => this.#underWay.delete(position));
    this.#underWay.set(position, answer);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #keep(position: number, incidents: Incidents): Incidents {
    this.#kept.delete(position);
    this.#kept.set(position, incidents);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return incidents;
  }
}

const openIncidentsAt = async (log: EventLog, upToPosition: number): Promise<Incidents> => {
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
    await otherWork();
  }
  return [...incidents.values()].filter((incident) => isDeclared(incident) && incident.status !== 'closed');
};
