import { randomUUID } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { boardRow } from '@sitrep/shared/board/board-row';
import type { StreamId } from '@sitrep/shared/kernel/event';
import type { Room } from '@sitrep/shared/rooms/room';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { temporaryFolder } from '../adapters/storage/file/temporary-storage.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import type { EventLog } from '../ports/event-log.ts';
import { fivePeople, movedTo, type FivePeople } from '../testing/five-people.ts';
import { pick, randomCommand, seeded } from '../testing/random-history.ts';
import { startServer, type TestServer, type TestServerOptions } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { OpenSet } from './open-set.ts';
import { loadStream, Pipeline } from './pipeline.ts';

const SEEDS = [1, 2, Math.floor(Math.random() * 1e9)];

const folders: string[] = [];
const running = new Set<TestServer>();
const start = async (options: TestServerOptions): Promise<TestServer> => {
  const server = await startServer(options);
  running.add(server);
  return server;
};
const stop = async (server: TestServer): Promise<void> => {
  running.delete(server);
  await server.stop();
};
const folder = async (): Promise<string> => {
  const made = await temporaryFolder();
  folders.push(made);
  return made;
};
afterEach(async () => {
  for (const server of running) await stop(server);
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

const play = async (people: FivePeople, random: () => number, count: number): Promise<void> => {
  const world = {
    incidents: ids(5),
    entries: ids(4),
    teams: ids(2),
    people: Object.values(people).map(({ id }) => id),
  };
  const everybody = Object.values(people);
  for (let done = 0; done < count;) {
    const burst = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const { type, input } = randomCommand(random, world);
      return pick(random, everybody).command(type, input);
    });
    const answers = await Promise.all(burst);
    expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
    done += burst.length;
  }
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The open set, as the log says it is. */
const foldOf = async (log: EventLog): Promise<readonly [StreamId, unknown][]> => {
  const openSet = new OpenSet();
  const streams = new Set((await log.readAll(0, 1_000_000)).map(({ stream }) => stream));
  const folded: [StreamId, unknown][] = [];
  for (const stream of streams) {
    const versioned = await loadStream(log, stream);
    // Kept by the same rule, applied to the last event alone.
    const last = (await log.readStream(stream)).at(-1);
    if (last === undefined) continue;
    openSet.adopt(stream, await loadStream(log, stream, last.position - 1));
    openSet.apply(last);
    if (openSet.get(stream) !== undefined) folded.push([stream, plain(versioned)]);
  }
  return folded.toSorted(([a], [b]) => (a < b ? -1 : 1));
};
const openOf = (server: TestServer): readonly [StreamId, unknown][] =>
  [...server.core.openSet.entries()]
    .map(([stream, held]): [StreamId, unknown] => [stream, plain(held)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

const listsOf = (server: TestServer) => {
  const { lists } = server.app.topics.memory();
  const rows = (name: keyof typeof lists) =>
    Object.fromEntries(lists[name].rows.map(([id, json]) => [id, JSON.parse(json)]));
  return { board: rows('board'), people: rows('people'), alerts: rows('alerts') };
};

/** What follows from everything that was done has been done too. */
const settled = async ({ app, core }: TestServer): Promise<void> => {
  await app.reactions.handled();
  await core.pipeline.appliedUpTo(core.log.head());
};

describe('[HIST-1] fold(log) = open set = snapshot and tail = full replay', () => {
  test.each(SEEDS)('random history %i', async (seed) => {
    const random = seeded(seed);
    const data = await folder();
    let build = 'first';
    let server = await start({ folder: data, build });
    let people = await fivePeople(server, await server.signInToken());
    for (let round = 0; round < 2; round += 1) {
      await play(people, random, 150);
      await settled(server);
      expect(openOf(server)).toEqual(await foldOf(server.core.log));
      const [open, lists] = [openOf(server), listsOf(server)];
      await stop(server);
      // From the snapshot; then without it, as after a crash.
      server = await start({ folder: data, build });
      expect(server.core.snapshot?.position).toBe(server.core.log.head());
      expect([openOf(server), listsOf(server)]).toEqual([open, lists]);
      await stop(server);
      build = `other-${round}`;
      server = await start({ folder: data, build });
      expect(server.core.snapshot).toBeUndefined();
      expect([openOf(server), listsOf(server)]).toEqual([open, lists]);
      people = movedTo(people, server.port);
    }
  });
});

describe('a snapshot', () => {
  const snapshotFile = async (data: string): Promise<string> => {
    const [name] = (await readdir(path.join(data, 'cache'))).filter((file) => file.startsWith('open-set-'));
    return path.join(data, 'cache', name ?? 'none');
  };
  const withSnapshot = async () => {
    const data = await folder();
    const server = await start({ folder: data });
    const people = await fivePeople(server, await server.signInToken());
    await people.ren.declares('Kept');
    const incidentId = await people.ren.declares('With \u2028 inside', { summary: 'a\u2028b\u2029c' });
    await people.ren.does('timeline.add-entry', { incidentId, text: 'line\u2028separator' });
    await settled(server);
    const open = openOf(server);
    await stop(server);
    return { data, people, open };
  };

  test('[HIST-2] is read whatever characters are in it', async () => {
    const { data, open } = await withSnapshot();
    const server = await start({ folder: data });
    expect(server.core.snapshot).toBeDefined();
    expect(openOf(server)).toEqual(open);
  });

  test('[HIST-3] that is damaged, cut, empty or of another build is ignored', async () => {
    const { data, open } = await withSnapshot();
    const file = await snapshotFile(data);
    const whole = await readFile(file, 'utf8');
    const lines = whole.split('\n');
    const bad = [
      '',
      '\n',
      whole.slice(0, -10),
      whole.slice(0, whole.length / 2),
      whole.replace('Kept', 'Bent'),
      lines.toSpliced(1, 1).join('\n'),
      `${whole}{}\n`,
      '{"position":1}\n',
    ];
    for (const content of bad) {
      await writeFile(file, content);
      const server = await start({ folder: data });
      expect([content.slice(0, 20), server.core.snapshot]).toEqual([content.slice(0, 20), undefined]);
      expect(openOf(server)).toEqual(open);
      await stop(server);
    }
    const other = await start({ folder: data, build: 'other' });
    expect(other.core.snapshot).toBeUndefined();
    await stop(other);
    expect(path.basename(await snapshotFile(data))).toBe('open-set-other.ndjson');
  });

  test('[HIST-4] and a history of another log are ignored', async () => {
    const { data } = await withSnapshot();
    const strange = await folder();
    const first = await start({ folder: strange });
    const people = await fivePeople(first, await first.signInToken());
    const incidentId = await people.ren.declares('Of another log');
    await people.cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
    await first.app.indexer.indexedUpTo(first.core.log.head());
    await stop(first);
    await rm(path.join(data, 'cache'), { recursive: true });
    await cp(path.join(strange, 'cache'), path.join(data, 'cache'), { recursive: true });
    const server = await start({ folder: data });
    expect(server.core.snapshot).toBeUndefined();
    await server.app.indexer.indexedUpTo(server.core.log.head());
    expect(server.history.find(incidentId)).toBeUndefined();
    expect(server.history.position()).toBe(server.core.log.head());
  });
});

describe('after a restart', () => {
  test('[HIST-5] a client goes on where it was: what it holds is brought up to date, removed rows too', async () => {
    const data = await folder();
    const first = await start({ folder: data });
    const people = await fivePeople(first, await first.signInToken());
    const [stays, goes] = [await people.ren.declares('Stays'), await people.ren.declares('Goes')];
    await first.core.pipeline.appliedUpTo(first.core.log.head());
    const { position } = (await people.vic.get('/topics/board')).json<{ position: number }>();
    await people.cai.does('incident.close', { incidentId: goes, as: 'false-alarm', reason: 'none' });
    await people.ren.does('incident.change-title', { incidentId: stays, title: 'Still here' });
    await stop(first);
    for (const build of ['test', 'without-snapshot']) {
      const server = await start({ folder: data, build });
      expect(server.core.snapshot === undefined).toBe(build !== 'test');
      const changes = server.app.topics.lists.board.list.since(position);
      expect(changes?.removed).toEqual([goes]);
      expect(changes?.changed.map((json) => (JSON.parse(json) as { title: string }).title)).toEqual(['Still here']);
      await stop(server);
    }
  });

  test('[HIST-6] a team that came and went within what is replayed is gone for those who saw it', async () => {
    const data = await folder();
    const first = await start({ folder: data });
    const people = await fivePeople(first, await first.signInToken());
    const teamId = randomUUID();
    await people.ada.does('people.create-team', { teamId, name: 'Short-lived' });
    await first.core.pipeline.appliedUpTo(first.core.log.head());
    const { position } = (await people.vic.get('/topics/people')).json<{ position: number }>();
    await people.ada.does('people.remove-team', { teamId });
    await stop(first);
    const server = await start({ folder: data, build: 'without-snapshot' });
    expect(server.app.topics.lists.people.list.since(position)?.removed).toEqual([teamId]);
  });
});

describe('the pipeline', () => {
  /** A log whose reading of streams can be held up, or fail. */
  const withSlowReads = (log: EventLog) => {
    const control = { gate: Promise.resolve(), fails: false };
    const slow = new Proxy(log, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'readStream') return typeof value === 'function' ? value.bind(target) : value;
        return async (...args: Parameters<EventLog['readStream']>) => {
          await control.gate;
          if (control.fails) throw new Error('the disk cannot be read');
          return target.readStream(...args);
        };
      },
    });
    return { slow, control };
  };
  const append = (log: EventLog, stream: StreamId, version: number, type: string, data: object) =>
    log.append([{ stream, expectedVersion: version, events: [{ id: randomUUID(), type, schema: 1, data }] }], {
      actor: 'system/test',
      commandId: randomUUID(),
      at: 1,
    });
  const declared = {
    key: 'INC-2026-0001',
    title: 'T',
    summary: '',
    severity: 2,
    services: [],
    detection: 'other',
    private: false,
  };
  const closed = { from: 'detected', closure: { kind: 'false-alarm', reason: 'none' } };

  test('[HIST-7] tells its listeners in step with the open set, also while a stream is being loaded', async () => {
    const { log } = createMemoryStorage();
    const { slow, control } = withSlowReads(log);
    const [gone, here]: StreamId[] = [`incident/${randomUUID()}`, `incident/${randomUUID()}`];
    if (gone === undefined || here === undefined) throw new Error('two streams');
    await append(log, gone, 0, 'incident.declared', declared);
    await append(log, gone, 1, 'incident.closed', closed);
    const openSet = new OpenSet();
    const pipeline = new Pipeline(slow, openSet);
    let told = 0;
    pipeline.onApplied((batch) => {
      told = batch.at(-1)?.event.position ?? told;
      expect(openSet.position).toBe(told);
    });
    await pipeline.start();
    let open = (): void => undefined;
    control.gate = new Promise<void>((resolve) => (open = resolve));
    // One batch: what is known, then what has to be loaded first, then more.
    await Promise.all([
      append(log, here, 0, 'incident.declared', { ...declared, key: 'INC-2026-0002' }),
      append(log, gone, 2, 'incident.reopened', { from: 'closed', reason: 'again' }),
      append(log, here, 1, 'incident.title-changed', { from: 'T', to: 'U' }),
    ]);
    await until('the first is told', () => told === 3);
    expect(openSet.position).toBe(3);
    open();
    await pipeline.appliedUpTo(5);
    const room = openSet.get(gone)?.state as Room | undefined;
    expect([told, room?.incident.status]).toEqual([5, 'investigating']);
    await pipeline.stop();
  });

  test('[HIST-8] that cannot go on says so at once, and leaves nobody waiting', async () => {
    for (const cause of ['a read that fails', 'a listener that throws']) {
      const { log } = createMemoryStorage();
      const { slow, control } = withSlowReads(log);
      const stream: StreamId = `incident/${randomUUID()}`;
      await append(log, stream, 0, 'incident.declared', declared);
      await append(log, stream, 1, 'incident.closed', closed);
      const pipeline = new Pipeline(slow, new OpenSet());
      const faults: unknown[] = [];
      pipeline.onFault((error) => void faults.push(error));
      await pipeline.start();
      if (cause === 'a read that fails') control.fails = true;
      else {
        pipeline.onApplied(() => {
          throw new Error('a defect');
        });
      }
      const waiting = pipeline.appliedUpTo(3).then(
        () => 'applied',
        () => 'given up',
      );
      await append(log, stream, 2, 'incident.reopened', { from: 'closed', reason: 'again' });
      expect([cause, await waiting, faults.length]).toEqual([cause, 'given up', 1]);
      await expect(pipeline.appliedUpTo(4)).rejects.toThrow(/the disk cannot be read|a defect/);
      await pipeline.stop();
    }
  });

  test('[HIST-9] keeps a closed incident in memory while somebody looks, as it is', async () => {
    const { log } = createMemoryStorage();
    const stream: StreamId = `incident/${randomUUID()}`;
    await append(log, stream, 0, 'incident.declared', declared);
    await append(log, stream, 1, 'incident.closed', closed);
    const openSet = new OpenSet();
    const pipeline = new Pipeline(log, openSet);
    await pipeline.start();
    expect(openSet.get(stream)).toBeUndefined();
    await Promise.all([
      pipeline.hold(stream),
      pipeline.hold(stream),
      append(log, stream, 2, 'incident.milestone-set', { milestone: 'started', to: 7 }),
    ]);
    await pipeline.appliedUpTo(3);
    expect(openSet.get(stream)).toEqual(await loadStream(log, stream));
    expect([...openSet.entries()]).toEqual([]);
    pipeline.release(stream);
    expect(openSet.get(stream)?.version).toBe(3);
    pipeline.release(stream);
    expect(openSet.get(stream)).toBeUndefined();
    const missing: StreamId = `incident/${randomUUID()}`;
    await pipeline.hold(missing);
    expect(openSet.get(missing)).toBeUndefined();
    await pipeline.stop();
  });
});

test('[HIST-10] the read store is rebuilt from the log wherever it is missing', async () => {
  const data = await folder();
  const first = await start({ folder: data });
  const people = await fivePeople(first, await first.signInToken());
  for (let n = 0; n < 7; n += 1) {
    const incidentId = await people.ren.declares(`Incident ${n}`, { private: n === 3 });
    if (n < 5) await people.ada.does('incident.close', { incidentId, as: 'false-alarm', reason: `reason ${n}` });
    if (n === 4) await people.ren.does('incident.reopen', { incidentId, reason: 'again' });
  }
  const pageOf = async (server: TestServer) => {
    const answer = await people.vic.at(server.port).get(`/incidents?atLeast=${server.core.log.head()}&search=incident`);
    return answer.json<{ items: readonly { title: string }[] }>().items;
  };
  const before = await pageOf(first);
  expect(before.map(({ title }) => title)).toEqual(['Incident 2', 'Incident 1', 'Incident 0']);
  await stop(first);
  await rm(path.join(data, 'cache'), { recursive: true });
  const server = await start({ folder: data });
  expect(await pageOf(server)).toEqual(before);
  const rows = [...server.core.openSet.entries()].filter(([stream]) => stream.startsWith('incident/'));
  expect(rows.every(([, { state }]) => boardRow(state as Room, DEFAULT_SETTINGS) !== undefined)).toBe(true);
});
