import { systemActor, type Actor } from '@sitrep/shared/kernel/actor';
import { isRefusal, type Refusal } from '@sitrep/shared/kernel/errors';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { DrillClock } from './drill-clock.ts';
import { Names, type Minute } from './names.ts';
import { isAlertStep, type AlertStep, type CommandStep, type Scenario, type Step } from './step.ts';

/** Where a story is played. */
export type Stage = {
  readonly bus: CommandBus;
  readonly clock: DrillClock;
  readonly incidentOfGroup: (group: string) => IncidentId | undefined;
  readonly actorOf: (id: UserId) => Actor | undefined;
  /** As the monitoring tool sends it, with its token. */
  readonly send: (
    alerts: Pick<AlertStep, 'source'> & { readonly token: string; readonly body: unknown },
  ) => Promise<void>;
  /** Resolves once everything that followed from what was done so far is durable and shown. */
  readonly settled: () => Promise<void>;
  /** UTC ms: when a clock of an incident runs out next. */
  readonly nextDueAt: () => number;
};

export type PlayerOptions = {
  readonly scenario: Scenario;
  readonly stage: Stage;
  readonly seed: string;
  /** UTC ms of minute 0. */
  readonly startsAt: number;
  /** Told of each step that was refused in a live playing: somebody who takes part did something else. */
  readonly onRefused?: (step: CommandStep, refusal: Refusal) => void;
  /** Told of each alert that did not get through in a live playing, as when somebody replaced the token. */
  readonly onUnsent?: (step: AlertStep, error: Error) => void;
};

export const MINUTE_MS = 60_000;

/** Plays a story by the commands and alerts of its people and tools; two playings of one seed are the same. */
export class Player {
  readonly #options: PlayerOptions;
  readonly #names: Names;
  readonly #tokens = new Map<string, string>();
  #next = 0;
  #live: { readonly from: Minute; readonly at: number; readonly speed: number } | undefined;
  #stopped = false;
  #playing: Promise<unknown> = Promise.resolve();
  #cancelWait = (): void => {};

  constructor(options: PlayerOptions) {
    const { seed, stage } = options;
    this.#options = options;
    this.#names = new Names({ seed, incidentOfGroup: stage.incidentOfGroup, timeOf: (minute) => this.#timeOf(minute) });
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  get ended(): boolean {
    return this.#next >= this.#options.scenario.steps.length;
  }

  /**
   * Everything up to and with this minute, one after the other, each at its own time.
   * @throws Refusal where a step is refused: nobody else is there yet, so the story is wrong
   */
  async playUpTo(minute: Minute): Promise<void> {
    const { clock, settled, nextDueAt } = this.#options.stage;
    for (let step = this.#upcoming(); step !== undefined && step.minute <= minute; step = this.#upcoming()) {
      const at = this.#timeOf(step.minute);
      if (nextDueAt() <= at) await this.#doing(this.#passTimeTo(at));
      if (this.#stopped) return;
      clock.moveTo(at);
      await this.#doing(this.#play(step).then(settled));
    }
    await this.#doing(this.#passTimeTo(this.#timeOf(minute)));
  }

  /** What is due on the way happens at its time, as if nobody had hurried. */
  async #passTimeTo(at: number): Promise<void> {
    const { clock, settled, nextDueAt } = this.#options.stage;
    for (let due = nextDueAt(); due <= at && !this.#stopped; due = nextDueAt()) {
      clock.moveTo(due);
      await settled();
      if (nextDueAt() <= due) break;
    }
    clock.moveTo(at);
  }

  /** From `minute` on in real time, `speed` times as fast. Resolves at the end of the story, or when stopped. */
  async goOn(minute: Minute, speed: number): Promise<void> {
    const { clock } = this.#options.stage;
    clock.letGo();
    this.#live = { from: minute, at: clock.now(), speed };
    for (let step = this.#upcoming(); step !== undefined; step = this.#upcoming()) {
      if (!(await this.#waitUntil(this.#timeOf(step.minute)))) return;
      await this.#doing(this.#playLive(step));
    }
  }

  /** Resolves once the step that is being played is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelWait();
    await this.#playing;
  }

  #upcoming(): Step | undefined {
    return this.#options.scenario.steps[this.#next];
  }

  /** What lies before the live part keeps its distances; after it, time runs `speed` times as fast. */
  #timeOf(minute: Minute): number {
    const live = this.#live;
    if (live === undefined || minute <= live.from) return this.#options.startsAt + Math.round(minute * MINUTE_MS);
    return live.at + Math.round(((minute - live.from) * MINUTE_MS) / live.speed);
  }

  /** Whether it was not stopped meanwhile. */
  #waitUntil(at: number): Promise<boolean> {
    const { clock } = this.#options.stage;
    if (this.#stopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      const cancelTimer = clock.after(Math.max(0, at - clock.now()), () => resolve(true));
      this.#cancelWait = () => {
        cancelTimer();
        resolve(false);
      };
    });
  }

  async #doing(work: Promise<void>): Promise<void> {
    this.#playing = work.catch(() => undefined);
    await work;
  }

  async #playLive(step: Step): Promise<void> {
    try {
      await this.#play(step);
    } catch (error) {
      if (isAlertStep(step)) this.#options.onUnsent?.(step, error as Error);
      else if (isRefusal(error)) this.#options.onRefused?.(step, error);
      else throw error;
    }
  }

  async #play(step: Step): Promise<void> {
    const index = this.#next++;
    const { stage, seed } = this.#options;
    if (isAlertStep(step)) {
      const token = this.#tokens.get(this.#names.integration(step.from));
      if (token === undefined) throw new Error(`The story has not connected ${step.from} yet.`);
      await stage.send({ source: step.source, token, body: step.body(this.#names) });
      return;
    }
    const input = step.input(this.#names);
    const actor = this.#actor(step.by);
    const commandId = derivedId('drill', seed, 'step', String(index));
    const { token } = await stage.bus.execute({ type: step.type, input, actor, commandId });
    if (token !== undefined && 'integrationId' in input) this.#tokens.set(String(input.integrationId), token);
  }

  #actor(by: string): Actor {
    if (by.startsWith('system/')) return systemActor(by.slice('system/'.length));
    const actor = this.#options.stage.actorOf(this.#names.person(by));
    if (actor === undefined) throw new Error(`The story has nobody called ${by} yet.`);
    return actor;
  }
}
