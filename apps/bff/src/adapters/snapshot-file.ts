import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ProjectionSnapshot, SnapshotStore } from '../ports/snapshot-store.ts';

// Bytes written between two turns of the event loop.
const SLICE_BYTES = 256 * 1024;

/** `readline` would also split at U+2028, which JSON leaves as it is. */
async function* lines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}

/** One JSON text per line: head, streams, topics; last a SHA-256 of all before it. Replaced whole. */
export class SnapshotFile implements SnapshotStore {
  readonly #folder: string;
  readonly #file: string;

  /** `build` names the code that folds: a changed `evolve` never reads an old fold. */
  constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#file = path.join(folder, `open-set-${build}.ndjson`);
  }

  async load(): Promise<ProjectionSnapshot | undefined> {
    try {
      return await this.#read();
    } catch {
      // Missing, cut off or damaged: the log has it all.
      return undefined;
    }
  }

  async save({ streams, topics, ...head }: ProjectionSnapshot): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.#file}.${process.pid}.tmp`;
    const file = await open(unfinished, 'w', 0o600);
    try {
      const hash = createHash('sha256');
      let slice = '';
      const flush = async (): Promise<void> => {
        hash.update(slice);
        await file.write(slice);
        slice = '';
      };
      for (const part of [head, ...streams, topics]) {
        slice += `${JSON.stringify(part)}\n`;
        if (slice.length > SLICE_BYTES) await flush();
      }
      await flush();
      await file.write(`${hash.digest('hex')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.#file);
    await this.#removeOthers();
  }

  async #read(): Promise<ProjectionSnapshot> {
    const hash = createHash('sha256');
    const parsed: unknown[] = [];
    let last: string | undefined;
    for await (const line of lines(this.#file)) {
      if (last !== undefined) {
        hash.update(`${last}\n`);
        parsed.push(JSON.parse(last));
      }
      last = line;
    }
    if (hash.digest('hex') !== last) throw new Error('The snapshot is not whole.');
    const head = parsed[0] as Pick<ProjectionSnapshot, 'position' | 'lastEventId'>;
    const topics = parsed.at(-1) as ProjectionSnapshot['topics'];
    return { ...head, streams: parsed.slice(1, -1) as ProjectionSnapshot['streams'], topics };
  }

  async #removeOthers(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const other = path.join(this.#folder, name);
      if (name.startsWith('open-set-') && other !== this.#file) await rm(other, { force: true });
    }
  }
}
