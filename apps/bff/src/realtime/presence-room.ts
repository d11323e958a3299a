import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { PRESENCE_MS, TYPING_ENDS_MS, type PresenceReport, type PresentPerson } from '@sitrep/shared/protocol/presence';
import type { Clock } from '../ports/clock.ts';
import { Batcher } from './channel.ts';
import { Frame } from './frames.ts';
import { busiest, ends, type Tab, type Tabs } from './presence-tabs.ts';

/** Nobody looks at longer lists; each of them is told to everybody in the room. */
export const PRESENT_AT_MOST = 500;
/** Who comes with all others after a restart may be told of a second later. */
export const TOLD_AT_ONCE = 200;

type Report = Pick<PresenceReport, 'doing' | 'entryId'>;

/** Who is in one room and what they do, told to all of them as steps. */
export class PresenceRoom {
  readonly #incidentId: IncidentId;
  readonly #clock: Clock;
  readonly #batcher: Batcher;
  readonly #people = new Map<UserId, Tabs>();
  /** Those who are told of, the longest silent first. */
  readonly #listed = new Set<UserId>();
  /** What they do has changed since the last step. */
  readonly #changed = new Set<UserId>();
  #step = 0;
  #answer: Frame | undefined;
  #cancelMore = (): void => undefined;
  #cancelExpiry: (() => void) | undefined;

  constructor(incidentId: IncidentId, clock: Clock, broadcast: (frame: Frame) => void) {
    this.#incidentId = incidentId;
    this.#clock = clock;
    const send = (frame: Frame): void => {
      broadcast(frame);
      this.#cancelMore();
      if (this.#changed.size > 0) this.#cancelMore = clock.after(PRESENCE_MS, () => this.#batcher.push());
    };
    this.#batcher = new Batcher(clock, () => this.#cut(), send, PRESENCE_MS);
  }

  get isEmpty(): boolean {
    return this.#people.size === 0;
  }

  has(userId: UserId, tabId: string): boolean {
    return this.#people.get(userId)?.has(tabId) === true;
  }

  /** A tab comes, or says what is done in it; `push` tells the others. */
  report(userId: UserId, tabId: string, { doing, entryId }: Report): void {
    const now = this.#clock.now();
    const tabs = this.#people.get(userId) ?? new Map<string, Tab>();
    const before = tabs.size === 0 ? undefined : busiest(tabs);
    this.#people.set(userId, tabs);
    const since = tabs.get(tabId)?.since ?? now;
    tabs.set(tabId, { doing, entryId: doing === 'editing' ? entryId : undefined, reportedAt: now, since });
    const after = busiest(tabs);
    if (before?.doing !== after.doing || before.entryId !== after.entryId) this.#list(userId);
    if (ends(doing)) this.#cancelExpiry ??= this.#clock.after(TYPING_ENDS_MS, this.#expire);
  }

  leave(userId: UserId, tabId: string): void {
    const tabs = this.#people.get(userId);
    if (tabs?.delete(tabId) !== true) return;
    if (tabs.size === 0) {
      this.#people.delete(userId);
      this.#listed.delete(userId);
    }
    this.#changed.add(userId);
  }

  push(): void {
    if (this.#changed.size > 0) this.#batcher.push();
  }

  /**
   * For whoever joins. Made once per step: what has changed since comes with the next one, and each person in it as a
   * whole.
   */
  answer(): Frame {
    const people = (): string => JSON.stringify([...this.#listed].flatMap((id) => this.#person(id) ?? []));
    this.#answer ??= new Frame(`{"outcome":"joined","step":${this.#step},"people":${people()}}`);
    return this.#answer;
  }

  close(): void {
    this.#batcher.stop();
    this.#cancelMore();
    this.#cancelExpiry?.();
  }

  #list(userId: UserId): void {
    this.#listed.delete(userId);
    this.#listed.add(userId);
    this.#changed.add(userId);
    if (this.#listed.size <= PRESENT_AT_MOST) return;
    const [silent] = this.#listed;
    if (silent === undefined) return;
    this.#listed.delete(silent);
    this.#changed.add(silent);
  }

  #person(id: UserId): PresentPerson | undefined {
    const tabs = this.#people.get(id);
    if (tabs === undefined || !this.#listed.has(id)) return undefined;
    const { doing, entryId } = busiest(tabs);
    const since = Math.min(...[...tabs.values()].map((tab) => tab.since));
    return { id, doing, ...(entryId === undefined ? {} : { entryId }), since };
  }

  #cut(): Frame | undefined {
    if (this.#changed.size === 0) return undefined;
    const changed: PresentPerson[] = [];
    const gone: UserId[] = [];
    for (const id of this.#changed) {
      if (changed.length + gone.length >= TOLD_AT_ONCE) break;
      const person = this.#person(id);
      if (person === undefined) gone.push(id);
      else changed.push(person);
      this.#changed.delete(id);
    }
    const prev = this.#step;
    this.#step += 1;
    this.#answer = undefined;
    return new Frame(JSON.stringify({ incidentId: this.#incidentId, prev, step: this.#step, changed, gone }));
  }

  /** Somebody has stopped typing without a word. */
  readonly #expire = (): void => {
    const now = this.#clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [id, tabs] of this.#people) {
      for (const tab of tabs.values()) {
        if (!ends(tab.doing)) continue;
        const left = tab.reportedAt + TYPING_ENDS_MS - now;
        if (left > 0) next = Math.min(next, left);
        else {
          tab.doing = 'viewing';
          tab.entryId = undefined;
          this.#changed.add(id);
        }
      }
    }
    this.#cancelExpiry = Number.isFinite(next) ? this.#clock.after(next, this.#expire) : undefined;
    this.push();
  };
}
