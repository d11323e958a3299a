import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Room } from '@sitrep/shared/rooms/room';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { connectLive } from '../testing/live-client.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const MINUTE = 60_000;

const clock = new ManualClock(Date.UTC(2026, 10, 20));
const storage = createMemoryStorage();
let server: TestServer;
let people: FivePeople;
beforeEach(async () => {
  server = await startServer({ clock, storage });
  people ??= await fivePeople(server, await server.signInToken());
});
afterEach(async () => {
  await server.stop();
});

const roomOf = (id: IncidentId): Room => {
  const held = server.core.openSet.get(`incident/${id}`);
  if (held === undefined) throw new Error('It is not open.');
  return held.state as Room;
};
const rosterOf = (id: IncidentId) => roomOf(id).roster;

/** The server's time passes; between two looks of the watch what it reported becomes durable. */
const pass = async (ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= 5_000) {
    clock.advance(5_000);
    await server.core.pipeline.appliedUpTo(server.core.log.head());
  }
};

const eventually = async (what: string, look: () => boolean): Promise<void> => {
  await until(what, async () => {
    await server.core.pipeline.appliedUpTo(server.core.log.head());
    return look();
  });
};

/** Ren commands with a page open, Cai is deputy. */
const commanded = async (deputy: boolean) => {
  const { ren, cai } = { ...people, ren: people.ren.at(server.port), cai: people.cai.at(server.port) };
  const incidentId = await ren.declares('Away');
  const page = await connectLive(ren);
  await ren.does('incident.take-role', { incidentId, role: 'commander' });
  if (deputy) await ren.does('incident.assign-role', { incidentId, role: 'deputy', userId: cai.id });
  return { incidentId, page, ren, cai };
};

const leave = async (page: { close(): void }, userId: (typeof people)['ren']['id']): Promise<void> => {
  page.close();
  await until('the page is gone', () => !server.app.gateway.connected.isHere(userId));
};

describe('a commander whose pages are gone', () => {
  test('[ROS-20] [ROS-23] is missed after five minutes, the deputy asked; and nothing stands once they are back', async () => {
    const { incidentId, page, ren, cai } = await commanded(true);
    await pass(6 * MINUTE);
    expect(rosterOf(incidentId).commanderAway).toBeUndefined();
    const leftAt = clock.now();
    await leave(page, ren.id);
    await pass(4 * MINUTE);
    expect(rosterOf(incidentId).commanderAway).toBeUndefined();
    await pass(MINUTE + 5_000);
    await eventually('the room is told', () => rosterOf(incidentId).commanderAway !== undefined);
    expect(rosterOf(incidentId)).toMatchObject({
      commanderAway: { userId: ren.id, since: leftAt },
      offers: { commander: { kind: 'commander-away', to: cai.id } },
    });
    const head = server.core.log.head();
    await pass(10 * MINUTE);
    expect(server.core.log.head()).toBe(head);

    const again = await connectLive(ren);
    await eventually('they are back', () => rosterOf(incidentId).commanderAway === undefined);
    expect(rosterOf(incidentId).offers).toEqual({});
    again.close();
    await ren.does('incident.close', { incidentId, as: 'false-alarm', reason: 'over' });
  });

  test('[ROS-22] [ROS-23] does not get the command back that the deputy accepted', async () => {
    const { incidentId, page, ren, cai } = await commanded(true);
    await leave(page, ren.id);
    await pass(6 * MINUTE);
    await eventually('the deputy is asked', () => rosterOf(incidentId).offers.commander !== undefined);
    const deputyPage = await connectLive(cai);
    await cai.does('role.accept', { incidentId, role: 'commander' });
    const again = await connectLive(ren);
    await pass(MINUTE);
    expect(roomOf(incidentId).incident).toMatchObject({ roles: { commander: cai.id } });
    expect(rosterOf(incidentId)).toMatchObject({ offers: {} });
    again.close();
    deputyPage.close();
    await cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'over' });
  });

  test('[ROS-26] is stood in for by a deputy who was named only then', async () => {
    const { incidentId, page, ren, cai } = await commanded(false);
    await leave(page, ren.id);
    await pass(6 * MINUTE);
    await eventually('the room is told', () => rosterOf(incidentId).commanderAway !== undefined);
    expect(rosterOf(incidentId).offers).toEqual({});
    await cai.does('incident.assign-role', { incidentId, role: 'deputy', userId: cai.id });
    await pass(5_000);
    await eventually('the deputy is asked', () => rosterOf(incidentId).offers.commander?.to === cai.id);
    await cai.does('role.decline', { incidentId, role: 'commander' });
    await pass(MINUTE);
    expect(rosterOf(incidentId).offers).toEqual({});
    await cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'over' });
  });

  test('[ROS-25] is not missed while any page is open, in whatever room', async () => {
    const { incidentId, page, ren } = await commanded(false);
    const other = await connectLive(ren);
    page.close();
    await pass(10 * MINUTE);
    expect(rosterOf(incidentId).commanderAway).toBeUndefined();
    await leave(other, ren.id);
    await pass(6 * MINUTE);
    await eventually('the room is told', () => rosterOf(incidentId).commanderAway !== undefined);
    expect(rosterOf(incidentId).offers).toEqual({});
    await people.cai.at(server.port).does('incident.take-role', { incidentId, role: 'commander' });
    await people.cai.at(server.port).does('incident.close', { incidentId, as: 'false-alarm', reason: 'over' });
  });

  test('[ROS-25] after a restart has five minutes to come back, and is told of once', async () => {
    const { incidentId, page, ren } = await commanded(true);
    await leave(page, ren.id);
    await pass(3 * MINUTE);
    await server.stop();
    clock.advance(60 * MINUTE);
    server = await startServer({ clock, storage });
    const startedAt = clock.now();
    await pass(4 * MINUTE);
    expect(rosterOf(incidentId).commanderAway).toBeUndefined();
    await pass(2 * MINUTE);
    await eventually('the room is told', () => rosterOf(incidentId).commanderAway?.since === startedAt);
    await server.stop();
    server = await startServer({ clock, storage });
    const before = rosterOf(incidentId);
    await pass(20 * MINUTE);
    expect(rosterOf(incidentId)).toEqual(before);
  });
});
