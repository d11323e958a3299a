import { mkdirSync } from 'node:fs';
import { inspect } from 'node:util';
import { FileBlobStore } from '../adapters/blob-store/file-blob-store.ts';
import { MemoryBlobStore } from '../adapters/blob-store/memory-blob-store.ts';
import { openSqliteReadStore, READ_STORE_LAYOUT } from '../adapters/read-store/sqlite-read-store.ts';
import { SnapshotFile } from '../adapters/snapshot-file.ts';
import { loadSqlite } from '../adapters/sqlite/driver.ts';
import { openFileStorage } from '../adapters/storage/file/open-file-storage.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import { createApp, type App } from '../app.ts';
import type { Core } from '../core.ts';
import { cacheFolder, coreFromSnapshot, filesFolder, readStoreFile } from '../data-folder.ts';
import { makeSignInLink } from '../identity/sign-in-link.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocStore } from '../ports/doc-store.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { ReadStore } from '../ports/read-store.ts';
import { httpCall, type Answer, type Call } from './http-call.ts';

export type TestServer = {
  readonly core: Core;
  readonly app: App;
  readonly history: ReadStore;
  readonly port: number;
  readonly url: string;
  /** What the server logged as a warning or an error. */
  readonly failures: readonly unknown[];
  /** What ended the fold, had there been a process to end. */
  readonly fatal: readonly unknown[];
  call(path: string, call?: Call): Promise<Answer>;
  /** The token of a new sign-in link, as the command line gets it. */
  signInToken(handle?: string): Promise<string>;
  /** @throws where the server logged a fault */
  stop(): Promise<void>;
};

export type TestServerOptions = {
  readonly clock?: Clock;
  readonly ids?: IdGenerator;
  /** A data folder with a log in files, a read store and snapshots; else all is in memory. */
  readonly folder?: string;
  /** Names the code that folds, for the snapshot. */
  readonly build?: string;
  /** Storage in memory that outlives a server. */
  readonly storage?: { readonly log: EventLog; readonly docs: DocStore };
  readonly history?: ReadStore;
  readonly blobs?: BlobStore;
  readonly secure?: boolean;
  readonly adminToken?: string;
  /** Plants a fault between the server and its log. */
  wrapLog?(log: EventLog): EventLog;
};

/** The real server on a free port of this machine. */
export const startServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const { clock = systemClock, folder, secure = false } = options;
  const ids = options.ids ?? createIdGenerator(clock);
  const file = folder === undefined ? undefined : await openFileStorage({ folder, clock });
  const { log, docs } = file ?? options.storage ?? createMemoryStorage();
  const snapshotStore =
    folder === undefined ? undefined : new SnapshotFile(cacheFolder(folder), options.build ?? 'test');
  const core = await coreFromSnapshot({
    log: options.wrapLog?.(log) ?? log,
    docs,
    clock,
    ids,
    secret: 'a secret of the tests that is long enough',
    snapshot: await snapshotStore?.load(),
  });
  if (folder !== undefined) mkdirSync(cacheFolder(folder), { recursive: true });
  const history =
    options.history ??
    openSqliteReadStore(
      await loadSqlite(),
      folder === undefined ? ':memory:' : readStoreFile(folder, READ_STORE_LAYOUT),
    );
  const blobs =
    options.blobs ?? (folder === undefined ? new MemoryBlobStore() : await FileBlobStore.open(filesFolder(folder)));
  const failures: unknown[] = [];
  const fatal: unknown[] = [];
  const app = createApp({
    core,
    history,
    blobs,
    snapshotStore,
    logger: {
      info: () => {},
      warn: (fields, message) => void failures.push([message, fields]),
      error: (fields, message) => void failures.push([message, fields]),
    },
    baseUrl: (port) => `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    secure,
    adminToken: options.adminToken,
    proxyHops: 0,
    firstAdministrator: { name: 'Ada Administrator', handle: 'ada' },
    onFatal: (error) => void fatal.push(error),
  });
  const port = await app.start('127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}`;
  return {
    core,
    app,
    history,
    port,
    url,
    failures,
    fatal,
    call: (path, call) => httpCall(port, path, call),
    signInToken: async (handle) => tokenIn(await makeSignInLink(core, url, handle)),
    stop: async () => {
      await app.stop();
      if (options.history === undefined) history.close();
      if (file !== undefined) await file.close();
      const faults = [...failures, ...fatal];
      if (faults.length > 0) throw new Error(`The server logged: ${inspect(faults, { depth: 5 })}`);
    },
  };
};

/** The one-time token of an address such as `…/sign-in#token=…`. */
export const tokenIn = (address: string): string => {
  const token = /#token=([\w-]+)$/.exec(address)?.[1];
  if (token === undefined) throw new Error(`no token in ${address}`);
  return token;
};
