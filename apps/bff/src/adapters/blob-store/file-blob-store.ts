import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import {
  BlobFault,
  BlobId,
  isBlobFault,
  type BlobStore,
  type OpenBlob,
  type StoredBlob,
} from '../../ports/blob-store.ts';
import { checkedId, takeBytes } from './take-bytes.ts';

const PARTIAL = '.partial';

/** One file per blob, named by its id alone; what people called it is kept elsewhere. */
export class FileBlobStore implements BlobStore {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Clears what a crash has left half written. Call it as the folder's only owner. */
  static async open(folder: string): Promise<FileBlobStore> {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      if (name.endsWith(PARTIAL)) await rm(path.join(folder, name), { force: true }).catch(() => undefined);
    }
    return new FileBlobStore(folder);
  }

  async put(id: BlobId, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredBlob> {
    const file = this.#file(id);
    const partial = `${file}${PARTIAL}`;
    const handle = await medium(async () => {
      // Not at the start: a disk that is full does not keep the server from serving.
      if ((await mkdir(this.#folder, { recursive: true, mode: 0o700 })) !== undefined) {
        await syncFolder(path.dirname(this.#folder));
      }
      return open(partial, 'wx', 0o600);
    });
    try {
      const stored = await this.#write(handle, source, maxBytes);
      await medium(async () => {
        await rename(partial, file);
        await syncFolder(this.#folder);
      });
      return stored;
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async get(id: BlobId): Promise<OpenBlob | undefined> {
    const file = this.#file(id);
    return medium(async () => {
      const handle = await open(file, 'r').catch(nothingThere);
      if (handle === undefined) return undefined;
      const { size } = await handle.stat();
      return { bytes: size, stream: handle.createReadStream() };
    });
  }

  async remove(id: BlobId): Promise<void> {
    const file = this.#file(id);
    await medium(() => rm(file, { force: true }));
  }

  async list(): Promise<readonly BlobId[]> {
    const names = (await medium(() => readdir(this.#folder).catch(nothingThere))) ?? [];
    return names.flatMap((name) => BlobId.safeParse(name).data ?? []);
  }

  #file(id: BlobId): string {
    return path.join(this.#folder, checkedId(id));
  }

  async #write(handle: FileHandle, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredBlob> {
    try {
      const stored = await takeBytes(source, maxBytes, (chunk) => medium(() => writeAll(handle, chunk)));
      await medium(() => handle.sync());
      return stored;
    } finally {
      await handle.close();
    }
  }
}

/** A write may take less than it is given, as on a disk that runs full. */
const writeAll = async (handle: FileHandle, chunk: Uint8Array): Promise<void> => {
  for (let done = 0; done < chunk.length;) {
    done += (await handle.write(chunk, done, chunk.length - done)).bytesWritten;
  }
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const nothingThere = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

/** What the system says against it becomes the port's own fault; nothing else is caught. */
const medium = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (isBlobFault(error) || syscall === undefined) throw error;
    throw new BlobFault('unavailable', `files cannot be stored or read: ${code ?? String(error)}`);
  }
};
