import { randomUUID } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { ListSnapshot, RoomSnapshot } from '@sitrep/shared/protocol/http';
import type { SubscribeAnswer, TopicUpdate } from '@sitrep/shared/protocol/socket';
import type { Room } from '@sitrep/shared/rooms/room';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { ManualClock } from '../adapters/manual-clock.ts';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { connectLive } from '../testing/live-client.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { FRAME_MS } from './channel.ts';

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

const snapshotOf = async <T extends ListSnapshot | RoomSnapshot>(person: Person, topic: string) =>
  (await person.get(`/topics/${topic}`)).json<T>();
const applied = () => server.core.pipeline.appliedUpTo(server.core.log.head());
const updatesOf = (answer: SubscribeAnswer) => (answer.outcome === 'resumed' ? answer.updates : undefined);
const stateOf = (incidentId: string) => server.core.openSet.get(`incident/${incidentId}`)?.state as Room;

describe('a list', () => {
  test('[RT-20] is taken by HTTP, then followed; who holds all is told nothing', async () => {
    const incidentId = await people.ren.declares('On the board');
    await applied();
    const live = await connectLive(people.vic);
    expect((await live.subscribe('board')).outcome).toBe('take-snapshot');
    const { position, rows } = await snapshotOf<ListSnapshot>(people.vic, 'board');
    expect(rows.some(({ id }) => id === incidentId)).toBe(true);
    expect(updatesOf(await live.subscribe('board', position))).toEqual([]);
    live.close();
  });

  test('[RT-21] who was away is told what changed and what went, as one step', async () => {
    const [changed, gone] = [await people.ren.declares('Changes'), await people.ren.declares('Goes')];
    await applied();
    const { position } = await snapshotOf<ListSnapshot>(people.vic, 'board');
    await people.ren.does('incident.change-title', { incidentId: changed, title: 'Changed' });
    await people.cai.does('incident.close', { incidentId: gone, as: 'false-alarm', reason: 'none' });
    await applied();
    const live = await connectLive(people.vic);
    const [update] = updatesOf(await live.subscribe('board', position)) ?? [];
    expect(update).toMatchObject({ topic: 'board', prev: position, removed: [gone] });
    expect((update as { changed: readonly BoardRow[] }).changed.map(({ title }) => title)).toEqual(['Changed']);
    live.close();
  });

  test('[BV-41] makes the rows of the board anew where settings change what is due', async () => {
    const incidentId = await people.ren.declares('Due at some time', { severity: 3 });
    const dueWithin = async (): Promise<number> => {
      await applied();
      const { rows } = await snapshotOf<ListSnapshot>(people.vic, 'board');
      const row = (rows as readonly BoardRow[]).find(({ id }) => id === incidentId);
      return (row?.nextUpdate?.dueAt ?? NaN) - (row?.declaredAt ?? NaN);
    };
    expect(await dueWithin()).toBe(3_600_000);
    const { severities } = DEFAULT_SETTINGS;
    const value = { ...severities, 3: { ...severities[3], firstInternalWithin: 1_800_000 } };
    await people.ada.does('settings.change-severities', { value });
    expect(await dueWithin()).toBe(1_800_000);
    await people.cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'over' });
  });

  test('[RT-22] a position that cannot be, ahead of the server, takes the snapshot', async () => {
    const live = await connectLive(people.vic);
    expect((await live.subscribe('board', 999_999_999)).outcome).toBe('take-snapshot');
    live.close();
  });

  test('[RT-23] of people shows names and roles as they change, and teams as they go', async () => {
    const live = await connectLive(people.vic);
    const held = await live.follow('people');
    const teamId = randomUUID();
    await people.ada.does('people.create-team', { teamId, name: 'Payments' });
    await until('the team is there', () => held.rows.has(teamId));
    await people.ada.does('people.remove-team', { teamId });
    await until('the team is gone', () => !held.rows.has(teamId));
    expect([...held.rows.values()].map((row) => ('handle' in row ? row.handle : ''))).toContain('mia');
    expect(JSON.stringify([...held.rows.values()])).not.toMatch(/token/i);
    live.close();
  });
});

describe('a room', () => {
  test('[RT-24] who was away gets the events in between; a gap of over 100 takes the snapshot', async () => {
    const incidentId = await people.ren.declares('Away');
    const topic = `incident/${incidentId}`;
    const live = await connectLive(people.vic);
    await applied();
    expect((await live.subscribe(topic)).outcome).toBe('take-snapshot');
    const { position } = await snapshotOf<RoomSnapshot>(people.vic, topic);
    await people.ren.does('timeline.add-entry', { incidentId, text: 'one' });
    await people.ren.does('timeline.add-entry', { incidentId, text: 'two' });
    await applied();
    const [update] = updatesOf(await live.subscribe(topic, position)) ?? [];
    expect(update).toMatchObject({ prev: position });
    expect((update as { events: readonly { data: { text: string } }[] }).events.map(({ data }) => data.text)).toEqual([
      'one',
      'two',
    ]);
    for (let n = 0; n < 99; n += 1) await people.ren.does('timeline.add-entry', { incidentId, text: `${n}` });
    await applied();
    expect((await live.subscribe(topic, position)).outcome).toBe('take-snapshot');
    live.close();
  });

  test('[RT-25] that was closed while somebody slept is not called up to date', async () => {
    const incidentId = await people.ren.declares('Sleeper');
    const topic = `incident/${incidentId}`;
    await applied();
    const before = await snapshotOf<RoomSnapshot>(people.vic, topic);
    await people.ren.does('timeline.add-entry', { incidentId, text: 'while asleep' });
    await people.cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
    await applied();
    const live = await connectLive(people.vic);
    expect((await live.subscribe(topic, before.position)).outcome).toBe('take-snapshot');
    const held = await live.follow(topic);
    expect(held.room.incident.status).toBe('closed');
    expect(updatesOf(await live.subscribe(topic, held.position))).toEqual([]);
    await people.ren.does('incident.reopen', { incidentId, reason: 'not over' });
    await until('the room is open again', () => held.room.incident.status === 'investigating');
    expect(held.gaps).toBe(0);
    live.close();
  });

  test('[RT-26] of a closed incident can be joined by many at the same moment, while it changes', async () => {
    const incidentId = await people.ren.declares('Closed and busy');
    const topic = `incident/${incidentId}`;
    await people.cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
    const clients = await Promise.all(Object.values(people).map((person) => connectLive(person)));
    const writing = Array.from({ length: 20 }, (_, n) =>
      people.ren.does('incident.set-milestone', { incidentId, milestone: 'started', at: Date.UTC(2026, 0) + n }),
    );
    const replicas = await Promise.all(clients.map((client) => client.follow(topic)));
    await Promise.all(writing);
    const log = await server.core.log.readStream(topic as `incident/${string}`);
    await until('all have all of it', () => replicas.every(({ position }) => position === log.at(-1)?.position));
    for (const replica of replicas) expect(replica.room).toEqual(replicas[0]?.room);
    for (const client of clients) client.close();
  });

  test('[RT-27] snapshots carry the newest 200 entries and how many there are', async () => {
    const incidentId = await people.ren.declares('Long');
    await Promise.all(
      Array.from({ length: 210 }, (_, n) => people.ren.does('timeline.add-entry', { incidentId, text: `${n}` })),
    );
    await applied();
    const { entries, total } = await snapshotOf<RoomSnapshot>(people.vic, `incident/${incidentId}`);
    expect([entries.length, total]).toEqual([200, 211]);
    const path = `/api/v1/topics/incident/${incidentId}`;
    const plain = await people.vic.call(path);
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      // All that browsers take over plain HTTP.
      ['gzip, deflate', 'gzip', gunzipSync],
    ] as const) {
      const packed = await people.vic.call(path, { headers: { 'accept-encoding': accepted } });
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
      expect(unpack(packed.bytes).toString()).toBe(plain.text);
    }
  });
});

test('[RT-30] joining and answering happen in one tick: under a stream of events nobody misses or doubles one', async () => {
  const incidentId = await people.ren.declares('Stream');
  const topic = `incident/${incidentId}`;
  const writing = new AbortController();
  let written = 0;
  const writer = (async () => {
    while (!writing.signal.aborted) {
      await Promise.all(
        [0, 1, 2].map(() => people.ren.does('timeline.add-entry', { incidentId, text: `${(written += 1)}` })),
      );
    }
  })();
  const clients = await Promise.all(Array.from({ length: 8 }, () => connectLive(people.vic)));
  const replicas = [];
  for (let round = 0; round < 6; round += 1) {
    for (const client of clients) {
      client.socket.emit('topic:unsubscribe', { topic });
      client.replicas.delete(topic);
    }
    replicas.push(...(await Promise.all(clients.map((client) => client.follow(topic)))));
  }
  writing.abort();
  await writer;
  await applied();
  const last = replicas.slice(-clients.length);
  await until('all hold the end', () => last.every(({ room }) => room.timeline.total === written + 1));
  for (const { room } of last) {
    expect(room).toEqual({
      ...stateOf(incidentId),
      timeline: { ...stateOf(incidentId).timeline, entries: room.timeline.entries },
    });
    const versions = room.timeline.entries.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) + index));
  }
  for (const client of clients) client.close();
});

test('[RT-31] the first change goes out at once, what follows within 16 ms as one frame', async () => {
  const clock = new ManualClock(Date.UTC(2026, 10, 20));
  const own = await startServer({ clock });
  const { ren, vic } = await fivePeople(own, await own.signInToken());
  const incidentId = await ren.declares('Frames');
  clock.advance(FRAME_MS);
  const live = await connectLive(vic);
  const held = await live.follow(`incident/${incidentId}`);
  const frames: TopicUpdate[] = [];
  live.socket.on('topic:updated', (update) => void frames.push(update));
  const write = async (text: string) => {
    await ren.does('timeline.add-entry', { incidentId, text });
    await own.core.pipeline.appliedUpTo(own.core.log.head());
  };
  await write('first');
  await until('the first is here', () => frames.length === 1);
  for (const text of ['second', 'third', 'fourth']) await write(text);
  clock.advance(FRAME_MS - 1);
  await live.subscribe('people');
  expect(frames).toHaveLength(1);
  clock.advance(1);
  await until('the rest is here', () => frames.length === 2);
  expect((frames[1] as { events: readonly unknown[] }).events).toHaveLength(3);
  expect(frames[1]?.prev).toBe(frames[0]?.position);
  expect([held.gaps, held.room.timeline.total]).toEqual([0, 5]);
  clock.advance(FRAME_MS);
  await write('fifth');
  await until('at once again', () => frames.length === 3);
  live.close();
  await own.stop();
});

describe('what belongs to few', () => {
  test('[RT-40] a private incident has a row of its own, for members and administrators', async () => {
    const incidentId = await people.ren.declares('Quiet', { private: true });
    await applied();
    const row = `board/${incidentId}`;
    const [ada, ren, cai] = [
      await connectLive(people.ada),
      await connectLive(people.ren),
      await connectLive(people.cai),
    ];
    for (const [client, sees] of [
      [ada, true],
      [ren, true],
      [cai, false],
    ] as const) {
      await client.follow('board');
      if (sees) await until('its row is held', () => client.replicas.get(row)?.rows.has(incidentId));
      expect([...client.replicas.keys()].includes(row)).toBe(sees);
    }
    await people.ada.does('incident.grant-access', { incidentId, userId: people.cai.id });
    await until('the row is offered and held', () => cai.replicas.get(row)?.rows.has(incidentId));
    const room = await cai.follow(`incident/${incidentId}`);
    await people.ren.does('timeline.add-entry', { incidentId, text: 'with Cai' });
    await until('heard', () => room.room.timeline.total === 3);
    await people.ada.does('incident.revoke-access', { incidentId, userId: people.cai.id });
    await people.ren.does('timeline.add-entry', { incidentId, text: 'without Cai' });
    await until('told of the loss', () => cai.lost.length > 0);
    expect(cai.lost).toEqual([row, `incident/${incidentId}`]);
    await people.ren.does('incident.change-title', { incidentId, title: 'Quieter' });
    await until('members hear it', () =>
      JSON.stringify([...(ren.replicas.get(row)?.rows.values() ?? [])]).includes('Quieter'),
    );
    await cai.subscribe('people');
    expect(cai.frames.join()).not.toMatch(/without Cai|Quieter/);
    for (const client of [ada, ren, cai]) client.close();
  });

  test('[RT-41] a role that goes takes its topics along at once, closed rooms too', async () => {
    const open = await people.ren.declares('Open secret', { private: true });
    const closed = await people.ren.declares('Closed secret', { private: true });
    await people.ada.does('incident.close', { incidentId: closed, as: 'false-alarm', reason: 'none' });
    await applied();
    await people.ada.does('people.change-role', { userId: people.mia.id, role: 'administrator' });
    const mia = await connectLive(people.mia);
    await mia.follow('board');
    for (const id of [open, closed]) await mia.follow(`incident/${id}`);
    expect(mia.replicas.get(`incident/${closed}`)?.room.incident.status).toBe('closed');
    await people.ada.does('people.change-role', { userId: people.mia.id, role: 'manager' });
    await until(
      'both are lost',
      () => mia.lost.includes(`incident/${open}`) && mia.lost.includes(`incident/${closed}`),
    );
    await people.ren.does('incident.reopen', { incidentId: closed, reason: 'CANARY' });
    await people.ren.does('timeline.add-entry', { incidentId: open, text: 'CANARY' });
    await applied();
    await mia.subscribe('people');
    expect(mia.frames.join()).not.toContain('CANARY');
    mia.close();
  });

  test('[RT-42] a private incident that is reopened is offered to members who came after it was closed', async () => {
    const incidentId = await people.ren.declares('Comes back', { private: true });
    await people.ada.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
    await applied();
    const ren = await connectLive(people.ren);
    await ren.follow('board');
    expect(ren.replicas.has(`board/${incidentId}`)).toBe(false);
    await people.ren.does('incident.reopen', { incidentId, reason: 'again' });
    await until('its row is held', () => ren.replicas.get(`board/${incidentId}`)?.rows.has(incidentId));
    ren.close();
  });
});
