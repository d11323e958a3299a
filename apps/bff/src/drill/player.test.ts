import { setImmediate as nextMacrotask } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { userActor } from '@sitrep/shared/kernel/actor';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { ManualClock } from '../adapters/manual-clock.ts';
import { DrillClock } from './drill-clock.ts';
import { MINUTE_MS, Player, type Stage } from './player.ts';
import { command, type Step } from './step.ts';

const NOW = Date.UTC(2026, 10, 20);
const FROM = 10;
const STARTS_AT = NOW - FROM * MINUTE_MS;

const pin = (minute: number) =>
  command(minute, 'ren', 'timeline.pin-entry', (names) => ({
    incidentId: names.incident('a'),
    entryId: names.entry('a', String(names.time(minute))),
  }));

const connected = command(2, 'ren', 'integration.create', (names) => ({
  integrationId: names.integration('Prometheus'),
}));
const ALERT = { minute: 13, from: 'Prometheus', source: 'alertmanager', body: () => ({}) } as const;

const world = (
  steps: readonly Step[] = [2, 2, 10, 13, 16].map(pin),
  clocks: Partial<Pick<Stage, 'settled' | 'nextDueAt'>> = {},
) => {
  const real = new ManualClock(NOW);
  const clock = new DrillClock(real, STARTS_AT);
  const played: number[] = [];
  const refused: string[] = [];
  const unsent: string[] = [];
  let refusal: Refusal | undefined;
  const stage: Stage = {
    bus: {
      execute: async () => {
        if (refusal !== undefined) throw refusal;
        played.push((clock.now() - STARTS_AT) / MINUTE_MS);
        return { outcome: 'accepted', events: [], position: 1, token: 'secret' };
      },
    },
    clock,
    incidentOfGroup: () => undefined,
    actorOf: (id) => userActor(id, 'responder'),
    send: async ({ source }) => {
      throw new Error(`The alerts of ${source} were answered with 401.`);
    },
    settled: async () => {},
    nextDueAt: () => Infinity,
    ...clocks,
  };
  const player = new Player({
    scenario: { title: 'A test', steps, seats: [] },
    stage,
    seed: 'seed',
    startsAt: STARTS_AT,
    onRefused: (_step, { message }) => refused.push(message),
    onUnsent: ({ from }, { message }) => unsent.push(`${from}: ${message}`),
  });
  return {
    real,
    clock,
    player,
    played,
    refused,
    unsent,
    refuse: (message: string | undefined) => {
      refusal = message === undefined ? undefined : new Refusal('conflict', message);
    },
  };
};

describe('playing at once', () => {
  test('[DRILL-10] moves the clock to each step, and stops after the minute asked for', async () => {
    const { player, played, clock } = world();
    await player.playUpTo(FROM);
    expect(played).toEqual([2, 2, 10]);
    expect(clock.now()).toBe(NOW);
    expect(player.ended).toBe(false);
  });

  test('[DRILL-13] lets what is due on the way happen at its time', async () => {
    const due = [5, 7].map((minute) => STARTS_AT + minute * MINUTE_MS);
    const happened: number[] = [];
    const { player, played, clock } = world(undefined, {
      nextDueAt: () => due[0] ?? Infinity,
      settled: async () => {
        while ((due[0] ?? Infinity) <= clock.now()) happened.push(((due.shift() ?? 0) - STARTS_AT) / MINUTE_MS);
      },
    });
    await player.playUpTo(FROM);
    expect(happened).toEqual([5, 7]);
    expect(played).toEqual([2, 2, 10]);
  });

  test('[DRILL-1] a refusal is a fault of the story', async () => {
    const { player, refuse } = world();
    refuse('This entry was retracted.');
    await expect(player.playUpTo(FROM)).rejects.toThrow('This entry was retracted.');
  });
});

describe('playing live', () => {
  const live = async (steps?: readonly Step[]) => {
    const parts = world(steps);
    await parts.player.playUpTo(FROM);
    const playing = parts.player.goOn(FROM, 2);
    const advance = async (minutes: number) => {
      parts.real.advance(minutes * MINUTE_MS);
      await nextMacrotask();
    };
    await advance(0);
    return { ...parts, playing, advance };
  };

  test('[DRILL-11] waits for each step, at the speed asked for', async () => {
    const { player, played, advance, playing } = await live();
    await advance(1.4);
    expect(played).toHaveLength(3);
    await advance(0.1);
    expect(played).toEqual([2, 2, 10, 11.5]);
    await advance(1.5);
    await playing;
    expect(played).toEqual([2, 2, 10, 11.5, 13]);
    expect(player.ended).toBe(true);
  });

  test('[DRILL-11] a refused step is told of and left out', async () => {
    const { played, refused, refuse, advance, playing } = await live();
    refuse('Somebody was faster.');
    await advance(1.5);
    refuse(undefined);
    await advance(1.5);
    await playing;
    expect(refused).toEqual(['Somebody was faster.']);
    expect(played).toEqual([2, 2, 10, 13]);
  });

  test('[DRILL-11] an alert that does not get through is told of and left out; before that it is a fault', async () => {
    const { played, unsent, advance, playing } = await live([connected, ALERT, pin(16)]);
    await advance(1.5);
    expect(unsent).toEqual(['Prometheus: The alerts of alertmanager were answered with 401.']);
    await advance(1.5);
    await playing;
    expect(played).toEqual([2, 13]);
    await expect(world([connected, { ...ALERT, minute: 3 }]).player.playUpTo(FROM)).rejects.toThrow('401');
  });

  test('[DRILL-12] after stopping nothing is played', async () => {
    const { player, played, advance, playing } = await live();
    await player.stop();
    await playing;
    await advance(60);
    expect(played).toHaveLength(3);
  });

  test('[DRILL-12] stopping waits for the step that is being played', async () => {
    const { real, clock } = world();
    let finish = (): void => {};
    const stepDone = new Promise<void>((resolve) => (finish = resolve));
    const player = new Player({
      scenario: { title: 'A test', steps: [pin(1), pin(2)], seats: [] },
      stage: {
        bus: { execute: () => stepDone.then(() => ({ outcome: 'accepted', events: [], position: 1 })) },
        clock,
        incidentOfGroup: () => undefined,
        actorOf: (id) => userActor(id, 'responder'),
        send: async () => {},
        settled: async () => {},
        nextDueAt: () => Infinity,
      },
      seed: 'seed',
      startsAt: STARTS_AT,
    });
    const playing = player.playUpTo(FROM);
    let stopped = false;
    const stopping = player.stop().then(() => (stopped = true));
    await nextMacrotask();
    expect(stopped).toBe(false);
    finish();
    await Promise.all([stopping, playing]);
    expect(player.ended).toBe(false);
    expect(real.now()).toBe(NOW);
  });
});

describe('the clock of a drill', () => {
  test('[DRILL-10] never goes back, never beyond what is really now, and is the real one in the end', () => {
    const real = new ManualClock(NOW);
    const clock = new DrillClock(real, NOW - 500);
    clock.moveTo(NOW - 900);
    expect(clock.now()).toBe(NOW - 500);
    clock.moveTo(NOW + 900);
    expect(clock.now()).toBe(NOW);
    clock.letGo();
    real.advance(5);
    clock.moveTo(NOW - 1);
    expect(clock.now()).toBe(NOW + 5);
  });
});
