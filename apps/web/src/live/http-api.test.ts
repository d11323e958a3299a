import { describe, expect, it } from 'vitest';
import { createApi } from './http-api.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';

const setUp = (answer: (url: string, init: RequestInit) => Promise<Response>) => {
  const scheduler = manualScheduler();
  const asked: { url: string; init: RequestInit }[] = [];
  const state = { unauthenticated: 0 };
  const api = createApi({
    origin: 'http://sitrep',
    scheduler,
    fetch: (input, init = {}) => {
      asked.push({ url: input as string, init });
      return answer(input as string, init);
    },
    onUnauthenticated: () => {
      state.unauthenticated += 1;
    },
  });
  return { api, scheduler, asked, state };
};

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });

describe('requests', () => {
  it('[LIVE-30] carry the proof that the page itself asks, and the id of the command', async () => {
    const { api, asked } = setUp(async () => json(200, { position: 4 }));
    const answer = await api.send('POST', '/commands/x', { body: { a: 1 }, headers: { 'idempotency-key': 'one' } });
    expect(answer).toEqual({ position: 4 });
    expect(asked[0]).toMatchObject({
      url: 'http://sitrep/api/v1/commands/x',
      init: {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'x-sitrep-client': 'web', 'content-type': 'application/json', 'idempotency-key': 'one' },
      },
    });
  });

  it('[LIVE-35] tell a refusal with everything that goes with it', async () => {
    const problem = { code: 'conflict', detail: 'Taken.', current: { holder: 'x' }, status: 409 };
    const { api } = setUp(async () => json(409, problem));
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'conflict', detail: 'Taken.', current: { holder: 'x' } });
  });

  it('[LIVE-34] take what did not come from our server for no answer at all', async () => {
    const portal = async () =>
      new Response('<html>Pay here</html>', { status: 200, headers: { 'content-type': 'text/html' } });
    const proxy = async () => new Response('Bad gateway', { status: 502 });
    const gateway = async () => json(503, { message: 'no healthy upstream' });
    const down = () => Promise.reject(new TypeError('Failed to fetch'));
    const cutOff = async () => new Response('{"positi', { headers: { 'content-type': 'application/json' } });
    for (const answer of [portal, proxy, gateway, down, cutOff]) {
      await expect(setUp(answer).api.get('/x')).rejects.toMatchObject({ code: 'unavailable', detail: '' });
    }
  });

  it('[LIVE-34] know how long the server asks to wait', async () => {
    const { api } = setUp(async () => json(429, { code: 'rate-limited', detail: '' }, { 'retry-after': '7' }));
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'rate-limited', retryAfterS: 7 });
  });

  it('[LIVE-45] say that nobody is signed in any longer', async () => {
    const { api, state } = setUp(async () => json(401, { code: 'unauthenticated', detail: '' }));
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(state.unauthenticated).toBe(1);
  });

  it('[LIVE-34] give up after a while, or when told to', async () => {
    const never = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      });
    const { api, scheduler } = setUp(never);
    const slow = api.get('/x').catch((error: unknown) => error);
    await scheduler.advance(16_000);
    expect(await slow).toMatchObject({ code: 'unavailable' });
    const stop = new AbortController();
    const stopped = api.send('POST', '/x', { signal: stop.signal }).catch((error: unknown) => error);
    stop.abort();
    expect(await stopped).toMatchObject({ code: 'unavailable' });
  });
});
