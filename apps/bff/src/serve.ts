import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FileBlobStore } from './adapters/blob-store/file-blob-store.ts';
import { MemoryBlobStore } from './adapters/blob-store/memory-blob-store.ts';
import { buildId } from './adapters/build-id.ts';
import { openSqliteReadStore, READ_STORE_LAYOUT } from './adapters/read-store/sqlite-read-store.ts';
import { readOrMakeSecret } from './adapters/server-secret.ts';
import { SnapshotFile } from './adapters/snapshot-file.ts';
import { loadSqlite } from './adapters/sqlite/driver.ts';
import { openFileStorage, type FileStorage } from './adapters/storage/file/open-file-storage.ts';
import { createMemoryStorage } from './adapters/storage/memory/memory-storage.ts';
import { systemClock } from './adapters/system-clock.ts';
import { createIdGenerator } from './adapters/uuid-v7.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { controlSocketPath, openControlSocket } from './control/control-socket.ts';
import { controlHandler } from './control/control-handler.ts';
import type { Core } from './core.ts';
import { drillIn } from './drill/drill-folder.ts';
import { addressOf, cacheFolder, coreFromSnapshot, filesFolder, readStoreFile, refuseFile } from './data-folder.ts';
import { backupFiles } from './features/files/backup-files.ts';
import { firstAdministrator } from './identity/first-administrator.ts';
import type { Clock } from './ports/clock.ts';
import type { IdGenerator } from './ports/id-generator.ts';
import type { Logger } from './ports/logger.ts';
import { once } from './stop-on-signals.ts';

export type End = (error: unknown) => void;

export type ServeOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids?: IdGenerator;
  readonly logger: Logger;
  /** What is in memory is the fold of the log no longer. */
  readonly end: End;
};

export type Serving = {
  readonly core: Core;
  readonly app: App;
  readonly port: number;
  readonly baseUrl: string;
  readonly stop: () => Promise<void>;
};

const webFolder = fileURLToPath(new URL('../web/', import.meta.url));

/** Puts the server together out of its concrete parts, and serves. */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const { config, clock, ids = createIdGenerator(clock), logger, end } = options;
  const address = addressOf(config);
  if (config.log === 'file') refuseFile(config.dataFolder);
  const build = config.log === 'file' ? buildId() : undefined;
  const snapshotStore = build === undefined ? undefined : new SnapshotFile(cacheFolder(config.dataFolder), build);
  // The disk may turn out to be damaged before there is anything to say so of.
  let damage: string | undefined;
  let app: App | undefined;
  const onDamage = (notice: string): void => {
    damage = notice;
    app?.degrade(notice);
  };
  // The storage opens in a thread of its own, so this one need not wait for it before it loads the rest.
  const [file, snapshot, { createApp }] = await Promise.all([
    config.log === 'file' ? openFile(config, address, logger, onDamage) : undefined,
    snapshotStore?.load(),
    import('./app.ts'),
  ]);
  const { log, docs } = file ?? createMemoryStorage();
  const blobs = file === undefined ? new MemoryBlobStore() : await FileBlobStore.open(filesFolder(config.dataFolder));
  const secret = config.secret ?? (file === undefined ? ids.secret() : await readOrMakeSecret(config.dataFolder));
  const core = await coreFromSnapshot({ log, docs, clock, ids, secret, snapshot });
  if (file !== undefined) mkdirSync(cacheFolder(config.dataFolder), { recursive: true, mode: 0o700 });
  const history = openSqliteReadStore(
    await loadSqlite(),
    file === undefined ? ':memory:' : readStoreFile(config.dataFolder, READ_STORE_LAYOUT),
  );
  const serving = createApp({
    core,
    history,
    blobs,
    snapshotStore,
    logger,
    baseUrl: (port) => addressOf({ ...config, port }),
    secure: address.startsWith('https:'),
    adminToken: config.adminToken,
    proxyHops: config.proxyHops,
    socketsPerPerson: config.socketsPerPerson,
    webFolder: existsSync(webFolder) ? webFolder : undefined,
    drill: config.log === 'file' ? drillIn(config.dataFolder) : undefined,
    firstAdministrator: firstAdministrator(),
    onFatal: end,
  });
  app = serving;
  if (damage !== undefined) serving.degrade(damage);
  const port = await serving.start(config.host, config.port);
  const baseUrl = addressOf({ ...config, port });
  const closeControl =
    file === undefined
      ? undefined
      : await openControlSocket(
          controlSocketPath(config.dataFolder),
          controlHandler({
            core,
            storage: file,
            backupFiles: async (target) => backupFiles(docs, blobs, await FileBlobStore.open(target)),
            folder: config.dataFolder,
            baseUrl,
          }),
        ).catch((error: unknown) => {
          logger.warn({ error }, 'the command line cannot reach this server: its socket cannot be opened');
          return undefined;
        });
  const scrub = file?.startScrub();
  logger.info({ address: baseUrl, position: log.head() }, 'serving');

  return {
    core,
    app: serving,
    port,
    baseUrl,
    stop: once(async () => {
      scrub?.pause();
      await closeControl?.();
      await serving.stop();
      history.close();
      await log.close();
      await docs.close();
    }),
  };
};

const openFile = (
  config: Config,
  address: string,
  logger: Logger,
  onDamage: (notice: string) => void,
): Promise<FileStorage> =>
  openFileStorage({
    folder: config.dataFolder,
    clock: systemClock,
    address,
    crashAt: process.env['SITREP_CRASH_AT'],
    onFatal: (reason) => {
      logger.error({ reason }, 'the disk failed; only a new start can tell what it holds');
      process.kill(process.pid, 'SIGKILL');
    },
    onDamage: (fault) => {
      logger.error({ position: fault.position, reason: fault.message }, 'the log is damaged');
      // Anybody may ask for this: no name of a file, nothing of what the log holds.
      onDamage('The log is damaged. The log of the server says where.');
    },
  });
