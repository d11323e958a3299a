import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlobId } from '../../ports/blob-store.ts';
import { FileBlobStore } from './file-blob-store.ts';

const newId = (): BlobId => randomUUID() as BlobId;
const megabyte = (): Readable => Readable.from(Array.from({ length: 16 }, () => Buffer.alloc(65_536, 'm')));

describe('blobs in files', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'sitrep-blobs-'));
    folder = path.join(parent, 'files');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('[FILES-1] are there again after a restart, for their account alone', async () => {
    const id = newId();
    await (await FileBlobStore.open(folder)).put(id, megabyte(), 2_000_000);
    const opened = await (await FileBlobStore.open(folder)).get(id);
    expect(Buffer.concat((await opened?.stream.toArray()) as Buffer[])).toHaveLength(1_048_576);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, id)).mode & 0o777).toBe(0o600);
  });

  it('[FILES-2] that a crash has left half written are cleared at the next start, nothing else', async () => {
    const id = newId();
    await (await FileBlobStore.open(folder)).put(id, megabyte(), 2_000_000);
    writeFileSync(path.join(folder, `${newId()}.partial`), 'half');
    writeFileSync(path.join(folder, 'README'), 'of somebody else');
    const blobs = await FileBlobStore.open(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['README', id].toSorted());
    expect(await blobs.list()).toEqual([id]);
  });

  it('[FILES-4] answer unavailable where the folder cannot be made or read, which does not keep it from opening', async () => {
    writeFileSync(folder, 'a file');
    const blobs = await FileBlobStore.open(folder);
    const refused = { code: 'unavailable', message: expect.stringContaining('files cannot be stored or read') };
    await expect(blobs.put(newId(), megabyte(), 2_000_000)).rejects.toMatchObject(refused);
    await expect(blobs.get(newId())).rejects.toMatchObject(refused);
    await expect(blobs.list()).rejects.toMatchObject(refused);
    rmSync(folder);
    expect(await blobs.list()).toEqual([]);
    await blobs.put(newId(), megabyte(), 2_000_000);
    expect(await blobs.list()).toHaveLength(1);
  });
});

/** A small disk of our own; only root may make one. */
const mountSmallDisk = async (): Promise<string | undefined> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sitrep-blobs-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3145728', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
};

const disk = await mountSmallDisk();

// Skipped where a tmpfs cannot be mounted: without root.
describe.skipIf(disk === undefined)('a full disk', () => {
  const ballast = path.join(disk ?? '', 'ballast');
  afterAll(() => {
    execFileSync('umount', [disk ?? '']);
    rmSync(disk ?? '', { recursive: true });
  });

  it('[FILES-4] answers unavailable, keeps nothing of what did not fit, and heals without a restart', async () => {
    const folder = path.join(disk ?? '', 'files');
    const blobs = await FileBlobStore.open(folder);
    const kept = newId();
    await blobs.put(kept, megabyte(), 2_000_000);
    const { bavail, bsize } = statfsSync(disk ?? '');
    writeFileSync(ballast, Buffer.alloc((bavail - 20) * bsize));
    const full = { code: 'unavailable', message: expect.stringContaining('ENOSPC') };
    await expect(blobs.put(newId(), megabyte(), 2_000_000)).rejects.toMatchObject(full);
    expect(readdirSync(folder)).toEqual([kept]);
    expect((await (await blobs.get(kept))?.stream.toArray())?.length).toBeGreaterThan(0);
    rmSync(ballast);
    await blobs.put(newId(), megabyte(), 2_000_000);
    expect(await blobs.list()).toHaveLength(2);
  });
});
