import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Dialect } from './crowd-client.ts';
import type { CrowdRequest } from './crowd-process.ts';
import type { Reception } from './tally.ts';

export type CrowdReception = Reception & {
  /** Events that the client with the fewest got, and the one with the most. */
  readonly fewest: number;
  readonly most: number;
};

const HANDSHAKES_AT_ONCE = 100;

/** Many subscribers of one contender. */
export class Crowd {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = fork(fileURLToPath(new URL('crowd-process.ts', import.meta.url)));
  }

  static async of(dialect: Dialect, count: number): Promise<Crowd> {
    const crowd = new Crowd();
    await crowd.connect(dialect, count);
    return crowd;
  }

  /** Resolves once all are subscribed, with the time that took. */
  async connect(dialect: Dialect, count: number, atOnce = HANDSHAKES_AT_ONCE): Promise<{ readonly ms: number }> {
    return (await this.#ask({ ask: 'connect', dialect, count, atOnce })) as { ms: number };
  }

  get pid(): number {
    return this.#process.pid ?? Number.NaN;
  }

  async begin(capacity: number): Promise<void> {
    await this.#ask({ ask: 'begin', capacity });
  }

  /** What has arrived once `events` have, or when `withinMs` have passed. */
  async end(events: number, withinMs = 20_000): Promise<CrowdReception> {
    await this.#ask({ ask: 'await', events, withinMs });
    return (await this.#ask({ ask: 'end' })) as CrowdReception;
  }

  /** Closes all connections; `staying`: the process is kept for others to come. */
  async leave(afterwards: 'ending' | 'staying' = 'ending'): Promise<void> {
    await this.#ask({ ask: 'leave' });
    if (afterwards === 'staying') return;
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }

  #ask(request: CrowdRequest): Promise<unknown> {
    const answered = new Promise((resolve, reject) => {
      this.#process.removeAllListeners();
      this.#process.once('message', resolve);
      this.#process.once('exit', () => reject(new Error('the crowd broke up')));
    });
    this.#process.send(request);
    return answered;
  }
}
