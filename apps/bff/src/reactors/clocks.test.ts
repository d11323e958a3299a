import { afterEach, describe, expect, test } from 'vitest';
import { systemActor } from '@sitrep/shared/kernel/actor';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { testId } from '@sitrep/shared/testing/cast';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import { createCore } from '../core.ts';
import { EventLogFault, type EventLog } from '../ports/event-log.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { until } from '../testing/until.ts';
import { clockDues } from './clock-dues.ts';
import { Clocks } from './clocks.ts';
import type { DueSource } from './due-source.ts';
import { updateReleases } from './update-releases.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const TEST = systemActor('test');

type Options = {
  readonly storage?: ReturnType<typeof createMemoryStorage>;
  readonly clock?: ManualClock;
  readonly sources?: readonly DueSource[];
  readonly wrapLog?: (log: EventLog) => EventLog;
};

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

/** Server objects over a storage that may outlive them. */
const world = async (options: Options = {}) => {
  const { storage = createMemoryStorage(), clock = new ManualClock(NOW), wrapLog } = options;
  const log = wrapLog?.(storage.log) ?? storage.log;
  const ids = createIdGenerator(clock);
  const core = createCore({ log, docs: storage.docs, clock, ids, secret: 'a secret of the tests that is long enough' });
  await core.pipeline.start();
  const warnings: string[] = [];
  const logger = { info: () => {}, warn: (_fields: object, text: string) => void warnings.push(text), error: () => {} };
  const scheduler = (): Clocks =>
    new Clocks({ ...core, logger, sources: options.sources ?? [clockDues, updateReleases] });
  const clocks = scheduler();
  clocks.start();
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await clocks.stop();
    await core.pipeline.stop();
  };
  stopping.push(stop);

  const does = async <T extends CommandType>(type: T, input: CommandInput<T>): Promise<void> => {
    const { position } = await core.bus.execute({ type, input, actor: TEST, commandId: ids.id() });
    await core.pipeline.appliedUpTo(position);
  };
  const declares = async (more: Partial<CommandInput<'incident.declare'>> = {}): Promise<IncidentId> => {
    const incidentId = ids.id() as IncidentId;
    await does('incident.declare', { incidentId, title: 'Checkout fails', severity: 1, ...more });
    return incidentId;
  };
  const ranOut = async (): Promise<StoredEvent[]> =>
    (await storage.log.readAll(0, 10_000)).filter(({ type }) => type === 'clock.ran-out');
  const names = async (): Promise<string[]> => (await ranOut()).map(({ data }) => (data as { clock: string }).clock);
  const roomOf = (id: IncidentId) => core.openSet.get(`incident/${id}`)?.state as Room;
  const pass = async (minutes: number): Promise<void> => {
    clock.advance(minutes * MINUTE);
    await clocks.handled();
  };
  return { storage, clock, core, clocks, scheduler, stop, does, declares, ranOut, names, roomOf, pass, warnings };
};

describe('the scheduler', () => {
  test('[CLK-51] lets a clock run out at its moment, by its own timer', async () => {
    const { clock, core, declares, ranOut } = await world();
    await declares();
    clock.advance(5 * MINUTE - 1);
    await core.pipeline.appliedUpTo(core.log.head());
    expect(await ranOut()).toEqual([]);
    clock.advance(1);
    await until('both clocks ran out', async () => (await ranOut()).length === 2);
    expect(await ranOut()).toMatchObject([
      { at: NOW + 5 * MINUTE, actor: 'system/clocks', data: { clock: 'acknowledge', dueAt: NOW + 5 * MINUTE } },
      { data: { clock: 'first-internal-update' } },
    ]);
  });

  test('[CLK-53] lets what was stopped in time alone', async () => {
    const { declares, does, pass, names } = await world();
    const incidentId = await declares({ severity: 3 });
    await pass(29);
    await does('incident.set-milestone', { incidentId, milestone: 'acknowledged', at: NOW });
    await pass(5);
    expect(await names()).toEqual(['no-progress']);
  });

  test('[CLK-55] tells once what came due while the server was down', async () => {
    const before = await world();
    const incidentId = await before.declares({ severity: 3 });
    await before.stop();
    before.clock.advance(70 * MINUTE);
    const { storage, clock } = before;
    const after = await world({ storage, clock });
    await after.clocks.handled();
    expect(await after.ranOut()).toMatchObject([
      { at: NOW + 70 * MINUTE, data: { clock: 'acknowledge', dueAt: NOW + 30 * MINUTE } },
      { at: NOW + 70 * MINUTE, data: { clock: 'no-progress', dueAt: NOW + 30 * MINUTE } },
      { at: NOW + 70 * MINUTE, data: { clock: 'first-internal-update', dueAt: NOW + 60 * MINUTE } },
      { at: NOW + 70 * MINUTE, data: { clock: 'long-running', dueAt: NOW + 60 * MINUTE } },
    ]);
    expect(after.roomOf(incidentId).clocks.escalated).toMatchObject({ cause: { clock: 'acknowledge' } });
    await after.stop();
    const again = await world({ storage, clock });
    await again.clocks.handled();
    expect(await again.ranOut()).toHaveLength(4);
  });

  test('[CLK-54] appends nothing twice where two look at once', async () => {
    const { clock, clocks, scheduler, declares, ranOut } = await world();
    await declares();
    const other = scheduler();
    other.start();
    clock.advance(5 * MINUTE);
    await Promise.all([clocks.handled(), other.handled(), clocks.handled()]);
    await other.stop();
    expect(await ranOut()).toHaveLength(2);
  });

  test('[CLK-54] tries again what the log could not take, and appends it once', async () => {
    let failing = false;
    let lost = false;
    const wrapLog = (log: EventLog): EventLog =>
      Object.assign(Object.create(log) as EventLog, {
        append: async (...args: Parameters<EventLog['append']>) => {
          if (failing) throw new EventLogFault('unavailable', 'The disk is full.');
          const outcome = await log.append(...args);
          // Killed between the append and the answer.
          if (lost) throw new EventLogFault('unavailable', 'No answer came.');
          return outcome;
        },
        ...Object.fromEntries(
          (['outcomeOf', 'readStream', 'readAll', 'tail', 'head', 'close'] as const).map((name) => [
            name,
            (log[name] as (...args: never[]) => unknown).bind(log),
          ]),
        ),
      });
    const { clock, clocks, declares, ranOut, pass, warnings, core } = await world({ wrapLog });
    await declares({ severity: 3 });
    failing = true;
    await pass(30);
    expect(await ranOut()).toEqual([]);
    expect(warnings.length).toBeGreaterThan(0);
    failing = false;
    lost = true;
    clock.advance(1_000);
    await clocks.handled();
    lost = false;
    clock.advance(1_000);
    await clocks.handled();
    await core.pipeline.appliedUpTo(core.log.head());
    expect(await ranOut()).toHaveLength(2);
  });

  test('[CLK-57] follows settings that change', async () => {
    const { declares, does, pass, names } = await world();
    await declares({ severity: 3 });
    const watchdogs = { ...DEFAULT_SETTINGS.watchdogs, noProgress: 10 * MINUTE };
    await does('settings.change-watchdogs', { value: watchdogs });
    await pass(10);
    expect(await names()).toEqual(['no-progress']);
  });

  test('[CLK-55] is not led astray by a clock that leaps without a timer', async () => {
    const clock = new ManualClock(NOW);
    let leap = 0;
    const leaping = Object.assign(Object.create(clock) as ManualClock, {
      now: () => clock.now() + leap,
      after: (ms: number, callback: () => void) => clock.after(ms, callback),
      advance: (ms: number) => clock.advance(ms),
    });
    const { declares, ranOut } = await world({ clock: leaping });
    await declares();
    leap = 6 * MINUTE;
    clock.advance(1_000);
    await until('both clocks ran out', async () => (await ranOut()).length === 2);
    expect((await ranOut()).map(({ at }) => at)).toEqual([NOW + leap + 1_000, NOW + leap + 1_000]);
  });

  test('[CLK-70] calls out every ten minutes, until an update leaves', async () => {
    const { declares, does, pass, storage } = await world();
    const incidentId = await declares({ severity: 3 });
    await does('incident.set-milestone', { incidentId, milestone: 'acknowledged', at: NOW });
    const calls = async () =>
      (await storage.log.readAll(0, 10_000)).flatMap(({ type, data }) =>
        type === 'clock.called-out'
          ? [(data as { timers: { clock: string }[] }).timers.map((timer) => timer.clock)]
          : [],
      );
    await pass(30);
    await pass(10);
    expect(await calls()).toEqual([['no-progress']]);
    await pass(10);
    expect(await calls()).toHaveLength(2);
    await does('escalation.end', { incidentId, reason: 'we are at it' });
    await pass(10);
    await pass(10);
    expect((await calls()).slice(2)).toEqual([['first-internal-update', 'long-running']]);
  });

  test('[CLK-58] looks at one incident of a thousand where something happens in one', async () => {
    let looks = 0;
    const counting: DueSource = {
      dues: (room, settings) => {
        looks += 1;
        return clockDues.dues(room, settings);
      },
    };
    const { declares, does } = await world({ sources: [counting] });
    const incidents: IncidentId[] = [];
    for (let index = 0; index < 1_000; index += 1) incidents.push(await declares({ severity: 3 }));
    const incidentId = incidents[500] as IncidentId;
    looks = 0;
    await does('incident.change-title', { incidentId, title: 'Another' });
    expect(looks).toBe(1);
    await does('timeline.add-entry', { incidentId, entryId: testId(0x51), text: 'a note' });
    expect(looks).toBe(1);
  });

  test('[CLK-40] forgets what is closed', async () => {
    const { declares, does, clocks } = await world();
    const incidentId = await declares();
    expect(clocks.nextDueAt()).toBe(NOW + 5 * MINUTE);
    await does('incident.close', { incidentId, as: 'false-alarm', reason: 'a test' });
    expect(clocks.nextDueAt()).toBe(Infinity);
  });
});
