import { systemActor } from '@sitrep/shared/kernel/actor';
import type { StreamId } from '@sitrep/shared/kernel/event';
import { aggregateNameOf } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import { SETTINGS_STREAM } from '@sitrep/shared/settings/commands';
import type { Settings } from '@sitrep/shared/settings/values';
import type { Core } from '../core.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Logger } from '../ports/logger.ts';
import { openRooms, settingsNow } from '../projections/open-rooms.ts';
import type { Applied } from '../projections/pipeline.ts';
import type { Due, DueSource } from './due-source.ts';

export type ClocksDeps = Pick<Core, 'bus' | 'clock' | 'openSet' | 'pipeline'> & {
  readonly logger: Logger;
  readonly sources: readonly DueSource[];
};

const ACTOR = systemActor('clocks');
const HOUR_MS = 3_600_000;
/** Time may leap, by a story that is played or a machine that slept: no timer is trusted for longer. */
const LOOK_EVERY_MS = 1_000;
const LOOK_AHEAD_EVERY_MS = 60_000;
const RETRY_AFTER_MS = 1_000;
const INCIDENTS_AT_ONCE = 100;

/**
 * Gives every command that is due, at its moment. What is due follows from the rooms alone, so a restart needs no memory:
 * what came due meanwhile is given once, late.
 */
export class Clocks {
  readonly #deps: ClocksDeps;
  /** The earliest moment of each incident that has one. */
  readonly #dueAt = new Map<StreamId, number>();
  /** What was due and did not come to pass: tried again after a while. */
  readonly #resting = new Map<StreamId, () => void>();
  #armedFor = Infinity;
  #cancelTimer = (): void => {};
  #looking: Promise<void> | undefined;
  #running = false;

  constructor(deps: ClocksDeps) {
    this.#deps = deps;
  }

  /** Once the projections know the log. */
  start(): void {
    this.#running = true;
    this.#lookAtAll();
    this.#deps.pipeline.onApplied((batch) => this.#applied(batch));
    this.#arm(this.nextDueAt());
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#cancelTimer();
    for (const cancel of this.#resting.values()) cancel();
    await this.#looking;
  }

  /** UTC ms; infinity where nothing is due, ever. */
  nextDueAt(): number {
    let earliest = Infinity;
    for (const [stream, at] of this.#dueAt) if (at < earliest && !this.#resting.has(stream)) earliest = at;
    return earliest;
  }

  /** Resolves once everything that is due by now has been done, and shows. */
  async handled(): Promise<void> {
    await this.#looking;
    await this.#look();
  }

  #settings(): Settings {
    return settingsNow(this.#deps.openSet).values;
  }

  #applied(batch: readonly Applied[]): void {
    if (!this.#running) return;
    const touched = new Map<StreamId, Room>();
    let settingsChanged = false;
    for (const { event, before, after } of batch) {
      if (event.stream === SETTINGS_STREAM) settingsChanged = true;
      if (aggregateNameOf(event.stream) !== 'incident') continue;
      const [former, room] = [before.state as Room, after.state as Room];
      // Most of what is written changes no clock.
      if (event.type.startsWith('timeline.') && former.clocks === room.clocks) continue;
      touched.set(event.stream, room);
    }
    if (settingsChanged) this.#lookAtAll();
    const settings = this.#settings();
    for (const [stream, room] of touched) this.#touch(stream, room, settings);
  }

  #lookAtAll(): void {
    const settings = this.#settings();
    for (const [stream, room] of openRooms(this.#deps.openSet)) this.#touch(stream, room, settings);
  }

  #touch(stream: StreamId, room: Room, settings: Settings): void {
    this.#wake(stream);
    const at = Math.min(...this.#dues(room, settings).map((due) => due.at));
    if (at === Infinity) this.#dueAt.delete(stream);
    else this.#dueAt.set(stream, at);
    if (at < this.#armedFor) this.#arm(at);
  }

  #dues(room: Room, settings: Settings): readonly Due[] {
    return this.#deps.sources.flatMap((source) => source.dues(room, settings));
  }

  #arm(at: number): void {
    this.#cancelTimer();
    this.#armedFor = at;
    if (at === Infinity || !this.#running) return;
    const left = Math.max(0, at - this.#deps.clock.now());
    const delay = Math.min(left, left > HOUR_MS ? LOOK_AHEAD_EVERY_MS : LOOK_EVERY_MS);
    this.#cancelTimer = this.#deps.clock.after(delay, () => {
      this.#armedFor = Infinity;
      const next = this.nextDueAt();
      if (next > this.#deps.clock.now()) this.#arm(next);
      else void this.#look().then(() => this.#arm(this.nextDueAt()));
    });
  }

  #look(): Promise<void> {
    this.#looking ??= this.#giveDue().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** In rounds, since what is done may make something else due. */
  async #giveDue(): Promise<void> {
    for (let due = this.#dueNow(); due.length > 0 && this.#running; due = this.#dueNow()) {
      for (let from = 0; from < due.length && this.#running; from += INCIDENTS_AT_ONCE) {
        await Promise.all(due.slice(from, from + INCIDENTS_AT_ONCE).map((stream) => this.#give(stream)));
      }
    }
  }

  #dueNow(): readonly StreamId[] {
    const now = this.#deps.clock.now();
    return [...this.#dueAt].flatMap(([stream, at]) => (at <= now && !this.#resting.has(stream) ? [stream] : []));
  }

  /** Everything that is due in one incident, in the order in which it came due. */
  async #give(stream: StreamId): Promise<void> {
    const { openSet, clock } = this.#deps;
    const room = openSet.get(stream)?.state as Room | undefined;
    if (room === undefined) {
      this.#dueAt.delete(stream);
      return;
    }
    const now = clock.now();
    const dues = this.#dues(room, this.#settings()).filter(({ at }) => at <= now);
    let changed = false;
    for (const due of dues.toSorted((a, b) => a.at - b.at)) changed = (await this.#execute(stream, due)) || changed;
    // Nothing happened, and it is due still: not at once again.
    if (!changed && openSet.get(stream)?.state === room) this.#rest(stream);
  }

  /** Whether it made anything happen. */
  async #execute(stream: StreamId, { type, input, parts }: Due): Promise<boolean> {
    const { bus, pipeline, logger } = this.#deps;
    try {
      const commandId = derivedId(stream, ...parts.map(String));
      const { outcome, position } = await bus.execute({ type, input, actor: ACTOR, commandId });
      await pipeline.appliedUpTo(position);
      return outcome === 'accepted';
    } catch (error) {
      logger.warn({ error, stream, type }, 'what is due could not be recorded; trying again');
      return false;
    }
  }

  #rest(stream: StreamId): void {
    this.#wake(stream);
    const cancel = this.#deps.clock.after(RETRY_AFTER_MS, () => {
      this.#wake(stream);
      const at = this.#dueAt.get(stream);
      if (at !== undefined && at < this.#armedFor) this.#arm(at);
    });
    this.#resting.set(stream, cancel);
  }

  #wake(stream: StreamId): void {
    this.#resting.get(stream)?.();
    this.#resting.delete(stream);
  }
}
