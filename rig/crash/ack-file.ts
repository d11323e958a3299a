import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';

export type Ack = { readonly id: string; readonly positions: readonly number[] };

/** What was acknowledged, in a file of the supervisor's own: the only witness the log is compared with. */
export class AckFile {
  readonly #path: string;
  readonly #file: number;
  #waiting: (() => void)[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w');
  }

  /** Resolves once the record is synced; records of one turn of the loop share their sync. */
  record(ack: Ack): Promise<void> {
    writeSync(this.#file, `${JSON.stringify(ack)}\n`);
    if (this.#waiting.length === 0) setImmediate(() => this.#sync());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  readAll(): Ack[] {
    const lines = readFileSync(this.#path, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Ack);
  }

  close(): void {
    closeSync(this.#file);
  }

  #sync(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    fdatasyncSync(this.#file);
    for (const resolve of waiting) resolve();
  }
}
