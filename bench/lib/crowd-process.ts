import { performance } from 'node:perf_hooks';
import { nowUs, sleep } from './clock.ts';
import { CrowdClient, type Dialect } from './crowd-client.ts';
import { Tally } from './tally.ts';

/** Subscribers in a process of their own, so that what they cost is not counted as the server's. */

export type CrowdRequest =
  | { readonly ask: 'connect'; readonly dialect: Dialect; readonly count: number; readonly atOnce: number }
  | { readonly ask: 'begin'; readonly capacity: number }
  /** Waits until so many events have arrived, or for so long. */
  | { readonly ask: 'await'; readonly events: number; readonly withinMs: number }
  | { readonly ask: 'end' }
  | { readonly ask: 'leave' };

const tally = new Tally();
let clients: CrowdClient[] = [];
let leaving = false;

const connect = (dialect: Dialect, count: number, atOnce: number): Promise<{ ms: number }> =>
  new Promise((resolve) => {
    const startedAt = nowUs();
    const first = clients.length;
    let ready = 0;
    const next = (): void => {
      if (clients.length - first < count)
        clients.push(new CrowdClient(dialect, clients.length, tally, isReady, closed));
    };
    const isReady = (): void => {
      ready += 1;
      if (ready === count) resolve({ ms: (nowUs() - startedAt) / 1e3 });
      else next();
    };
    const closed = (): void => {
      if (!leaving) throw new Error('the server closed a connection');
    };
    for (let index = 0; index < atOnce; index += 1) next();
  });

const answer = async (request: CrowdRequest): Promise<object> => {
  switch (request.ask) {
    case 'connect':
      leaving = false;
      return connect(request.dialect, request.count, request.atOnce);
    case 'begin':
      tally.begin(request.capacity);
      for (const client of clients) client.events = 0;
      return {};
    case 'await': {
      const until = performance.now() + request.withinMs;
      while (tally.events < request.events && performance.now() < until) await sleep(5);
      return {};
    }
    case 'end': {
      const counts = clients.map(({ events }) => events);
      return { ...tally.result(), fewest: Math.min(...counts), most: Math.max(...counts) };
    }
    case 'leave':
      leaving = true;
      for (const client of clients) client.close();
      clients = [];
      return {};
  }
};

process.on('message', (request: CrowdRequest) => {
  void answer(request).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
