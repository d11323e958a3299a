import { existsSync } from 'node:fs';
import path from 'node:path';
import { FileBlobStore } from './adapters/blob-store/file-blob-store.ts';
import { createIdGenerator } from './adapters/uuid-v7.ts';
import { DATABASE_FILE, openFileStorage } from './adapters/storage/file/open-file-storage.ts';
import { readOrMakeSecret } from './adapters/server-secret.ts';
import { systemClock } from './adapters/system-clock.ts';
import { parseCommandLine } from './cli/parse-command-line.ts';
import { ConfigFault, parseConfig, type Config } from './config.ts';
import { controlHandler } from './control/control-handler.ts';
import { askRunningServer, controlSocketPath, type ControlRequest } from './control/control-socket.ts';
import { addressOf, coreFromSnapshot, filesFolder, refuseFile } from './data-folder.ts';
import { backupFiles } from './features/files/backup-files.ts';
import { startFault } from './start-fault.ts';
import { surviveClosedOutput } from './survive-closed-output.ts';

/** Beside a data folder that no server has open. */
const answerAlone = async (config: Config, request: ControlRequest): Promise<string> => {
  // A link can be wanted before the first start; what is to be verified or copied has to be there.
  const folder = path.resolve(config.dataFolder);
  if (request.command !== 'sign-in-link' && !existsSync(path.join(folder, DATABASE_FILE))) {
    throw new ConfigFault(`There is no log in ${folder}. Is SITREP_DATA right?`);
  }
  const storage = await openFileStorage({ folder: config.dataFolder, clock: systemClock });
  try {
    const { log, docs } = storage;
    const secret = await readOrMakeSecret(config.dataFolder);
    const core = await coreFromSnapshot({ log, docs, secret, clock: systemClock, ids: createIdGenerator(systemClock) });
    if (request.command === 'sign-in-link') await Promise.all([core.pipeline.start(), core.sessions.load()]);
    const answer = await controlHandler({
      core,
      storage,
      backupFiles: async (target) =>
        backupFiles(docs, await FileBlobStore.open(filesFolder(folder)), await FileBlobStore.open(target)),
      folder,
      baseUrl: addressOf(config),
    })(request);
    await core.pipeline.stop();
    return answer;
  } finally {
    await storage.close();
  }
};

const run = async (): Promise<string> => {
  const request = parseCommandLine(process.argv.slice(2));
  if (typeof request === 'string') return request;
  const config = parseConfig(process.env);
  refuseFile(config.dataFolder);
  const answer = await askRunningServer(controlSocketPath(config.dataFolder), request);
  if (answer !== undefined && 'fault' in answer) throw new ConfigFault(answer.fault);
  const said = answer?.ok ?? (await answerAlone(config, request));
  // The link alone goes to stdout: scripts take it from there.
  if (request.command === 'sign-in-link') {
    process.stderr.write(`For the data folder ${path.resolve(config.dataFolder)}:\n`);
  }
  return said;
};

process.umask(0o077);
surviveClosedOutput();
const [word, ...more] = process.argv.slice(2);
try {
  // A server: loaded only for this.
  if (word === 'demo') await (await import('./cli/demo.ts')).demo(more);
  else process.stdout.write(`${await run()}\n`);
} catch (error) {
  const expected = (error as Error).name === 'Refusal' ? (error as Error).message : startFault(error, '--port');
  process.stderr.write(`${expected ?? String((error as Error).stack)}\n`);
  process.exit(1);
}
