import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Socket } from 'socket.io-client';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import { UNSENT_LIMIT_BYTES } from './lean-adapter.ts';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { connectLive, LiveClient, openSocket, type LiveOptions } from '../testing/live-client.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

const refusalOf = async (options: LiveOptions, cookie = people.ren.cookie) => {
  const socket = openSocket({ port: server.port, cookie }, options);
  const error = await new Promise<Error & { data?: { code: string } }>((resolve, reject) => {
    socket.on('connect_error', resolve);
    socket.on('connect', () => reject(new Error('connected')));
  });
  socket.disconnect();
  return error.data?.code ?? error.message;
};

describe('the handshake', () => {
  test('[RT-1] needs an Origin of our own: none, null, foreign and look-alike ones are refused', async () => {
    const own = `http://127.0.0.1:${server.port}`;
    for (const origin of [
      undefined,
      'null',
      'https://evil.example',
      `${own}.evil.example`,
      `${own}0`,
      `http://evil.example:${server.port}`,
      `http://127.0.0.1`,
      `http://localhost:${server.port}`,
      `ftp://127.0.0.1:${server.port}`,
    ]) {
      expect([origin, await refusalOf({ origin })]).toEqual([origin, 'websocket error']);
    }
    const live = await connectLive(people.ren, { origin: own });
    live.close();
  });

  test('[RT-2] of another protocol is told so, so that the page reloads', async () => {
    for (const protocol of [PROTOCOL - 1, PROTOCOL + 1, `${PROTOCOL}`, undefined, { toString: 1 }]) {
      expect(await refusalOf({ protocol })).toBe('protocol');
    }
  });

  test('[RT-3] without a session is told so', async () => {
    for (const cookie of ['', 'sitrep_session=wrong', 'x=y'])
      expect(await refusalOf({}, cookie)).toBe('unauthenticated');
  });

  test('[RT-4] is WebSocket alone: there is no long polling to get around it', async () => {
    const answer = await server.call('/socket.io/?EIO=4&transport=polling', {
      headers: { cookie: people.ren.cookie, origin: server.url },
    });
    expect(answer.status).toBe(400);
  });
});

describe('a connection', () => {
  test('[RT-5] gets a heartbeat at once and every 2 s, with the time of the server and the head of the log', async () => {
    const live = new LiveClient(people.ren);
    const beat = await new Promise<{ serverTime: number; head: number }>((resolve) =>
      live.socket.once('heartbeat', resolve),
    );
    expect(beat.head).toBe(server.core.log.head());
    expect(Math.abs(beat.serverTime - Date.now())).toBeLessThan(60_000);
    await until('two more', () => live.heartbeats >= 3);
    live.close();
  });

  test('[RT-6] that floods is cut, whatever it sends', async () => {
    for (const message of ['topic:subscribe', 'topic:unsubscribe', 'no-such-message']) {
      const live = await connectLive(people.ren);
      const socket = live.socket as unknown as Socket;
      for (let n = 0; n < 150; n += 1) socket.emit(message, { topic: 'board' }, () => undefined);
      await until(`${message} is cut`, () => !socket.connected);
    }
    const calm = await connectLive(people.cai);
    expect((await calm.subscribe('board')).outcome).toBe('take-snapshot');
    calm.close();
  });

  test('[RT-7] may send 64 KiB in one message, not more', async () => {
    const live = await connectLive(people.ren);
    const socket = live.socket as unknown as Socket;
    const answer: unknown = await socket.emitWithAck('topic:subscribe', { topic: 'x'.repeat(60_000) });
    expect(answer).toMatchObject({ outcome: 'refused', code: 'invalid' });
    socket.emit('topic:subscribe', { topic: 'x'.repeat(70_000) }, () => undefined);
    await until('it is cut', () => !socket.connected);
  });

  test('[RT-8] that sends nonsense is answered or ignored, and harms nobody', async () => {
    const live = await connectLive(people.ren);
    const socket = live.socket as unknown as Socket;
    for (const request of [
      undefined,
      null,
      3,
      'board',
      [],
      { topic: 3 },
      { topic: 'board', after: -1 },
      { topic: 'board', after: 1.5 },
      { topic: '__proto__' },
      { topic: 'incident/x' },
    ]) {
      expect(await socket.emitWithAck('topic:subscribe', request)).toMatchObject({
        outcome: 'refused',
        code: 'invalid',
      });
    }
    socket.emit('topic:subscribe', { topic: 'board' });
    socket.emit('topic:subscribe');
    socket.emit('topic:unsubscribe', 'nonsense');
    expect((await live.subscribe('board')).outcome).toBe('take-snapshot');
    live.close();
  });

  test('[RT-9] that stops reading is cut at the byte cap; the others are not held up, and it resumes', async () => {
    const incidentId = await people.ren.declares('Slow reader');
    const topic = `incident/${incidentId}`;
    const stuck = await connectLive(people.vic, { reconnection: true });
    const others = [await connectLive(people.mia), await connectLive(people.cai)];
    const held = await stuck.follow(topic);
    for (const other of others) await other.follow(topic);
    const raw = rawSocketOf(stuck);
    raw.pause();
    const connections = server.app.gateway.connections;
    const text = 'x'.repeat(19_000);
    let written = 0;
    // The kernel's buffers come first, so more than the cap has to be sent.
    await until('the reader that does not read is cut', async () => {
      await Promise.all(Array.from({ length: 8 }, () => people.ren.does('timeline.add-entry', { incidentId, text })));
      written += 8;
      return server.app.gateway.connections < connections;
    });
    expect(written * text.length).toBeGreaterThan(UNSENT_LIMIT_BYTES);
    for (const other of others) {
      const replica = other.replicas.get(topic);
      await until('the others have it all', () => replica?.room.timeline.total === written + 1);
      expect(other.socket.connected).toBe(true);
      other.close();
    }
    raw.resume();
    await until('it has resumed', () => held.room.timeline.total === written + 1);
    stuck.close();
  });
});

test('[RT-10] a client that is gone without a word is let go of when the server ends', async () => {
  const own = await startServer();
  const others = await fivePeople(own, await own.signInToken());
  const stuck = await connectLive(others.vic);
  rawSocketOf(stuck).pause();
  const idle = connectTcp(own.port, '127.0.0.1');
  await new Promise((resolve) => idle.once('connect', resolve));
  await own.stop();
  expect(own.app.gateway.connections).toBe(0);
  rawSocketOf(stuck).destroy();
  idle.destroy();
});

type Raw = { pause(): void; resume(): void; destroy(): void };

const rawSocketOf = (client: LiveClient): Raw => {
  const { transport } = client.socket.io.engine as unknown as { transport: { ws: { _socket: Raw } } };
  return transport.ws._socket;
};
