import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Socket } from 'socket.io-client';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Doing, PresenceAnswer, PresenceChange } from '@sitrep/shared/protocol/presence';
import { ManualClock } from '../adapters/manual-clock.ts';
import { fivePeople, join, type FivePeople } from '../testing/five-people.ts';
import { connectLive, type LiveClient } from '../testing/live-client.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const clock = new ManualClock(1_700_000_000_000);
let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer({ clock });
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

/** Waits while the server's time passes: it tells of changes once per second. */
const soon = (what: string, look: () => boolean) =>
  until(what, () => {
    clock.advance(50);
    return look();
  });

const ask = (live: LiveClient, report: unknown): Promise<PresenceAnswer> =>
  live.socket.timeout(10_000).emitWithAck('presence:join', report as never);

const enter = async (person: Person, incidentId: IncidentId, doing: Doing = 'viewing') => {
  const live = await connectLive(person);
  const changes: PresenceChange[] = [];
  live.socket.on('presence:changed', (change) => changes.push(change));
  const answer = await ask(live, { incidentId, doing });
  if (answer.outcome !== 'joined') throw new Error(`${person.handle} may not join: ${answer.message}`);
  const here = new Map(answer.people.map(({ id, doing: does }) => [id, does]));
  /** Who is there by the answer and all steps since. */
  const present = () => {
    let { step } = answer;
    const now = new Map(here);
    for (const change of changes) {
      expect(change.prev).toBe(step);
      ({ step } = change);
      for (const id of change.gone) now.delete(id);
      for (const { id, doing: does } of change.changed) now.set(id, does);
    }
    return now;
  };
  return { live, changes, answer, present };
};

describe('in the presence of a room', () => {
  test('[PRES-1] [PRES-5] [PRES-6] everybody sees who comes, what they do, and that they leave', async () => {
    const { ren, mia, vic } = people;
    const incidentId = await ren.declares('Presence');
    const first = await enter(ren, incidentId);
    expect([...first.present()]).toEqual([[ren.id, 'viewing']]);
    const second = await enter(mia, incidentId, 'idle');
    const third = await enter(vic, incidentId);
    for (const { present } of [first, second, third]) {
      await soon('all three are there', () => present().size === 3);
      expect(present().get(mia.id)).toBe('idle');
    }
    third.live.socket.emit('presence:report', { incidentId, doing: 'typing' });
    await soon('typing shows', () => first.present().get(vic.id) === 'typing');
    third.live.close();
    await soon('the connection is gone', () => !first.present().has(vic.id));
    second.live.socket.emit('presence:leave', { incidentId });
    await soon('she has left', () => !first.present().has(mia.id));
    const told = second.changes.length;
    first.live.socket.emit('presence:report', { incidentId, doing: 'typing' });
    await soon('the own typing shows', () => first.present().get(ren.id) === 'typing');
    expect(second.changes).toHaveLength(told);
    first.live.close();
    second.live.close();
  });

  test('[PRES-1] only those who joined are told, and of a closed incident too', async () => {
    const { ren, cai, vic } = people;
    const incidentId = await ren.declares('Closed long ago');
    await cai.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
    const outside = await connectLive(vic);
    await outside.follow(`incident/${incidentId}`);
    const inside = await enter(ren, incidentId);
    const other = await enter(cai, incidentId);
    await soon('both are there', () => inside.present().size === 2);
    expect(outside.frames.join('\n')).not.toContain('presence:changed');
    for (const live of [outside, inside.live, other.live]) live.close();
  });

  test('[PRES-1] what somebody may not see answers like what is not there', async () => {
    const incidentId = await people.ada.declares('Hidden', { private: true });
    const live = await connectLive(people.ren);
    const hidden = await ask(live, { incidentId, doing: 'viewing' });
    expect(hidden).toEqual(await ask(live, { incidentId: randomUUID(), doing: 'viewing' }));
    expect(hidden).toMatchObject({ outcome: 'refused', code: 'not-found' });
    live.socket.emit('presence:report', { incidentId, doing: 'typing' });
    const ada = await enter(people.ada, incidentId);
    expect([...ada.present().keys()]).toEqual([people.ada.id]);
    live.close();
    ada.live.close();
  });

  test('[PRES-7] whoever loses access is gone for the others and told no more, in any way they were in', async () => {
    const { ada, ren, mia } = people;
    const incidentId = await ada.declares('For some', { private: true });
    for (const { id: userId } of [ren, mia]) await ada.does('incident.grant-access', { incidentId, userId });
    const keeper = await enter(ada, incidentId);
    // In the presence alone, without the room's topic.
    const loser = await enter(ren, incidentId);
    await soon('both are there', () => keeper.present().size === 2);
    await ada.does('incident.revoke-access', { incidentId, userId: ren.id });
    await soon('one is left', () => keeper.present().size === 1);
    await soon('the other knows', () => loser.live.lost.includes(`incident/${incidentId}`));
    const told = loser.changes.length;
    const late = await enter(mia, incidentId);
    await soon('somebody has come', () => keeper.present().has(mia.id));
    loser.live.socket.emit('presence:report', { incidentId, doing: 'typing' });
    expect((await ask(loser.live, { incidentId, doing: 'viewing' })).outcome).toBe('refused');
    expect(loser.changes).toHaveLength(told);
    expect(keeper.present().has(ren.id)).toBe(false);
    for (const { live } of [keeper, loser, late]) live.close();
  });

  test('[PRES-7] an account that loses its role loses what that let it see; a deactivated one is gone', async () => {
    const { ada, ren } = people;
    const [eve, dan] = [await join(server, ada, 'eve', 'administrator'), await join(server, ada, 'dan', 'responder')];
    const hidden = await ren.declares('Eve sees it by her role', { private: true });
    const open = await ren.declares('Everybody sees it');
    const [inHidden, inOpen] = [await enter(ren, hidden), await enter(ren, open)];
    const gone = [await enter(eve, hidden), await enter(dan, open)];
    await soon('all are there', () => inHidden.present().size === 2 && inOpen.present().size === 2);
    await ada.does('people.change-role', { userId: eve.id, role: 'responder' });
    await ada.does('people.deactivate', { userId: dan.id });
    await soon('they are gone', () => inHidden.present().size === 1 && inOpen.present().size === 1);
    for (const { present } of [inHidden, inOpen]) expect([...present().keys()]).toEqual([ren.id]);
    for (const { live } of [inHidden, inOpen, ...gone]) live.close();
  });

  test('[PRES-2] one with two connections is there until both are gone', async () => {
    const { ren, mia } = people;
    const incidentId = await ren.declares('Two tabs');
    const watcher = await enter(mia, incidentId);
    const [one, two] = [await enter(ren, incidentId), await enter(ren, incidentId, 'typing')];
    await soon('the busiest shows', () => watcher.present().get(ren.id) === 'typing');
    two.live.close();
    await soon('the other one shows', () => watcher.present().get(ren.id) === 'viewing');
    one.live.close();
    await soon('nobody is left', () => !watcher.present().has(ren.id));
    expect([...watcher.present().keys()]).toEqual([mia.id]);
    watcher.live.close();
  });

  test('[PRES-8] a page is in sixty rooms at most', async () => {
    const own = await startServer();
    const { ren } = await fivePeople(own, await own.signInToken());
    const ids = await Promise.all(Array.from({ length: 61 }, (_, n) => ren.declares(`Room ${n}`)));
    const live = await connectLive(ren);
    const outcomes = await Promise.all(ids.map((incidentId) => ask(live, { incidentId, doing: 'viewing' })));
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toMatchObject([{ code: 'rate-limited' }]);
    live.close();
    await own.stop();
  });
});

describe('[PRES-9] rubbish', () => {
  test('is refused or ignored, and harms nobody', async () => {
    const { ren } = people;
    const incidentId = await ren.declares('Rubbish');
    const { live, present } = await enter(ren, incidentId);
    const socket = live.socket as unknown as Socket;
    const requests = [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { incidentId },
      { incidentId, doing: 'dancing' },
      { incidentId: '__proto__', doing: 'typing' },
      { incidentId: incidentId.toUpperCase(), doing: 'typing' },
      { incidentId, doing: 'editing', entryId: '../x' },
      { incidentId: { toString: 1 }, doing: ['typing'] },
    ];
    for (const request of requests) {
      expect(await socket.emitWithAck('presence:join', request)).toMatchObject({ outcome: 'refused', code: 'invalid' });
      socket.emit('presence:report', request);
    }
    for (const request of [undefined, null, 7, {}, { incidentId: 'x' }, { incidentId: randomUUID() }]) {
      socket.emit('presence:leave', request);
    }
    socket.emit('presence:join', { incidentId, doing: 'viewing' });
    socket.emit('presence:join');
    socket.emit('presence:report', { incidentId, doing: 'editing', entryId: randomUUID() });
    await soon('what makes sense is heard', () => present().get(ren.id) === 'editing');
    live.close();
  });

  test('that floods is cut, as all messages are', async () => {
    const incidentId = await people.ren.declares('Flood');
    const { live } = await enter(people.ren, incidentId);
    const calm = await enter(people.mia, incidentId);
    for (let n = 0; n < 150; n += 1) live.socket.emit('presence:report', { incidentId, doing: 'typing' });
    await soon('it is cut', () => !live.socket.connected);
    await soon('the other one knows', () => calm.present().size === 1);
    expect(calm.live.socket.connected).toBe(true);
    calm.live.close();
  });
});
