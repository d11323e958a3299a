import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCorrupt } from '../../sqlite/sqlite-error.ts';
import { appendNotes, temporaryFolder, temporaryStorage } from './temporary-storage.ts';
import type { TemporaryStorage } from './temporary-storage.ts';
import { Damage } from './worker/damage.ts';
import { openLog, Refusal } from './worker/open-log.ts';

const EVENTS = 400;
const seed = Number(process.env['SITREP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** mulberry32: small, seeded, good enough to choose where to break things. */
function randomFrom(state: number): (below: number) => number {
  let current = state;
  return (below) => {
    current = (current + 0x6d2b79f5) | 0;
    let mixed = Math.imul(current ^ (current >>> 15), 1 | current);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

describe(`a damaged file (seed ${seed})`, () => {
  const random = randomFrom(seed);
  let whole: TemporaryStorage;
  let expected: string[];
  let folder: string;
  let copies = 0;

  beforeAll(async () => {
    whole = await temporaryStorage();
    for (let from = 1; from <= EVENTS; from += 20) await appendNotes(whole.storage.log, 20, from);
    expected = (await whole.storage.log.readAll(0, EVENTS)).map((event) => JSON.stringify(event.data));
    folder = await temporaryFolder();
  });
  afterAll(async () => {
    await whole.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** A copy of the running log, as a crash at this moment would leave it. */
  function copy(): { database: string; wal: string } {
    const database = nextFile();
    copyFileSync(join(whole.folder, 'sitrep.db'), database);
    copyFileSync(join(whole.folder, 'sitrep.db-wal'), `${database}-wal`);
    return { database, wal: `${database}-wal` };
  }

  /** A new name each time: a closed connection keeps its lock until its statements are collected. */
  function nextFile(): string {
    copies += 1;
    return join(folder, `copy-${copies}.db`);
  }

  /** What a log shows: all payloads, and those of its one stream. Nothing when it is refused. */
  async function shown(database: string): Promise<{ all: unknown; stream: unknown; head: number } | undefined> {
    try {
      const { db, log } = await openLog({ file: database, verifyAtOpen: EVENTS });
      const head = log.last().position;
      const all = log.all(0, EVENTS, head).payloads;
      const stream = log.stream('test/a', 0, EVENTS, head).payloads;
      db.close();
      return { all, stream, head };
    } catch (error) {
      if (error instanceof Refusal || error instanceof Damage || isCorrupt(error)) return undefined;
      throw error;
    }
  }

  /** The head of a log of which everything up to there is as it was written. */
  async function honestHead(database: string): Promise<number | undefined> {
    const found = await shown(database);
    if (!found) return undefined;
    const prefix = expected.slice(0, found.head);
    expect(found).toEqual({ all: prefix, stream: prefix, head: found.head });
    return found.head;
  }

  it('[FILE-6] opens to everything when nothing is missing', async () => {
    expect(await honestHead(copy().database)).toBe(EVENTS);
  });

  it('[FILE-6] opens to a prefix, or not at all, when its write-ahead log is cut off anywhere', async () => {
    const heads = new Set<number | undefined>();
    for (let round = 0; round < 60; round += 1) {
      const { database, wal } = copy();
      truncateSync(wal, random(readFileSync(wal).length));
      heads.add(await honestHead(database));
    }
    expect(heads.size).toBeGreaterThan(5);
  });

  it('[FILE-6] opens to a prefix, or not at all, when bits of its write-ahead log flip or sectors are lost', async () => {
    const heads = new Set<number | undefined>();
    for (let round = 0; round < 60; round += 1) {
      const { database, wal } = copy();
      const bytes = readFileSync(wal);
      const at = random(bytes.length);
      if (round % 2 === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      else bytes.fill(0, at - (at % 512), Math.min(at - (at % 512) + 512, bytes.length));
      writeFileSync(wal, bytes);
      heads.add(await honestHead(database));
    }
    expect(heads.size).toBeGreaterThan(5);
  });

  it('[FILE-8] never serves a changed event when one bit of the database flips', async () => {
    const { database } = copy();
    const { db } = await openLog({ file: database, verifyAtOpen: 0 });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    const bytes = readFileSync(database);
    let refused = 0;
    for (let round = 0; round < 300; round += 1) {
      const rotten = Buffer.from(bytes);
      const at = random(bytes.length);
      rotten[at] = (rotten[at] ?? 0) ^ (1 << random(8));
      const file = nextFile();
      writeFileSync(file, rotten);
      if ((await honestHead(file)) === undefined) refused += 1;
      rmSync(file, { force: true });
    }
    expect(refused).toBeGreaterThan(100);
  });
});
