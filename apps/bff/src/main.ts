import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasAdministrator } from '@sitrep/shared/people/state';
import { buildId } from './adapters/build-id.ts';
import { createPinoLogger } from './adapters/pino-logger.ts';
import { openSqliteReadStore, READ_STORE_LAYOUT } from './adapters/read-store/sqlite-read-store.ts';
import { readOrMakeSecret } from './adapters/server-secret.ts';
import { SnapshotFile } from './adapters/snapshot-file.ts';
import { loadSqlite } from './adapters/sqlite/driver.ts';
import { openFileStorage, type FileStorage } from './adapters/storage/file/open-file-storage.ts';
import { createMemoryStorage } from './adapters/storage/memory/memory-storage.ts';
import { systemClock } from './adapters/system-clock.ts';
import { createIdGenerator } from './adapters/uuid-v7.ts';
import type { App } from './app.ts';
import { configWarnings } from './config-warnings.ts';
import { ConfigFault, parseConfig, type Config } from './config.ts';
import { controlSocketPath, openControlSocket } from './control/control-socket.ts';
import { controlHandler } from './control/control-handler.ts';
import { addressOf, cacheFolder, coreFromSnapshot, readStoreFile, refuseFile } from './data-folder.ts';
import { firstAdministrator } from './identity/first-administrator.ts';
import { makeSignInLink } from './identity/sign-in-link.ts';
import type { Logger } from './ports/logger.ts';
import { isEventLogFault } from './ports/event-log.ts';

const webFolder = fileURLToPath(new URL('../web/', import.meta.url));

const run = async (config: Config, logger: Logger, end: End): Promise<void> => {
  const clock = systemClock;
  const ids = createIdGenerator(clock);
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
    snapshotStore,
    logger,
    baseUrl: (port) => addressOf({ ...config, port }),
    secure: address.startsWith('https:'),
    adminToken: config.adminToken,
    proxyHops: config.proxyHops,
    socketsPerPerson: config.socketsPerPerson,
    webFolder: existsSync(webFolder) ? webFolder : undefined,
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
          controlHandler({ core, storage: file, folder: config.dataFolder, baseUrl }),
        ).catch((error: unknown) => {
          logger.warn({ error }, 'the command line cannot reach this server: its socket cannot be opened');
          return undefined;
        });
  const scrub = file?.startScrub();
  logger.info({ address: baseUrl, position: log.head() }, 'serving');
  await greet(core, baseUrl, logger);

  const stop = once(async (): Promise<void> => {
    scrub?.pause();
    await closeControl?.();
    await serving.stop();
    history.close();
    await log.close();
    await docs.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
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

/** What whoever started it needs to know, in the words of people. */
const greet = async (core: Parameters<typeof makeSignInLink>[0], baseUrl: string, logger: Logger): Promise<void> => {
  const lines = ['', `  Sitrep is serving at ${baseUrl}`];
  const isNew = !hasAdministrator(core.people.directory);
  if (isNew || process.stdout.isTTY) {
    try {
      const link = await makeSignInLink(core, baseUrl);
      lines.push('', `  ${isNew ? 'Open this to become its administrator' : 'Sign in'} (works once, within the hour):`);
      lines.push(`  ${link}`);
    } catch (error) {
      // Those who are signed in can work; a link can be asked for later.
      logger.warn({ error }, 'no sign-in link could be made');
    }
  }
  lines.push('', '  Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
};

type End = (error: unknown) => void;

/** A second Ctrl-C waits for the same end as the first. */
const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let under: Promise<void> | undefined;
  return () => (under ??= work());
};

// What is made from here on is for the account that runs the server, wherever the data folder lies.
process.umask(0o077);
// A full disk or a closed pipe behind these must not end the server.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
const logger = createPinoLogger(process.stdout.isTTY);
/** Nobody knows what state memory is in, but the log holds all that was acknowledged: start again from there. */
const end: End = (error) => {
  logger.error({ error }, 'a fault that nothing expects; ending');
  process.exit(70);
};
process.on('uncaughtException', end);
process.on('unhandledRejection', end);

try {
  const config = parseConfig(process.env);
  for (const line of configWarnings(process.env, config)) process.stderr.write(`${line}\n`);
  await run(config, logger, end);
} catch (error) {
  const line = startFault(error);
  process.stderr.write(`${line ?? String((error as Error).stack)}\n`);
  process.exit(1);
}

/** One line for what whoever starts the server can put right. */
function startFault(error: unknown): string | undefined {
  if (error instanceof ConfigFault || isEventLogFault(error)) return error.message;
  const { code, syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  if (code === 'EADDRINUSE') return `Port ${port} on ${address} is taken. Choose another one with SITREP_PORT.`;
  if (code === 'EACCES') return `Port ${port} is not for this account. Choose one above 1023 with SITREP_PORT.`;
  return `SITREP_HOST: nothing can listen there (${code}).`;
}
