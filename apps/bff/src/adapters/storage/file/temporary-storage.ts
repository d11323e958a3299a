import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import type { FileStorage, FileStorageOptions } from './open-file-storage.ts';

export type TemporaryStorage = {
  readonly folder: string;
  readonly storage: FileStorage;
  /** Closes the storage and removes its folder. */
  readonly destroy: () => Promise<void>;
};

/** A file storage in a folder of its own, for tests. */
export async function temporaryStorage(options: Partial<FileStorageOptions> = {}): Promise<TemporaryStorage> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'sitrep-storage-')));
  const storage = await openFileStorage({ clock: systemClock, ...options, folder });
  return {
    folder,
    storage,
    destroy: async () => {
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
