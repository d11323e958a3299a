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

/** Many subscribers of one contender. */
export class Crowd {
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  static async of(dialect: Dialect, count: number): Promise<Crowd> {
    const child = fork(fileURLToPath(new URL('crowd-process.ts', import.meta.url)), { serialization: 'json' });
    const crowd = new Crowd(child);
    await crowd.#ask({ ask: 'connect', dialect, count });
    return crowd;
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

  async leave(): Promise<void> {
    if (this.#process.connected) await this.#ask({ ask: 'leave' });
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
