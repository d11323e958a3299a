import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Builds what is out of date, as `npm start` does. */
export const ensureBuilt = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, ['scripts/build.mjs'], { cwd: root, timeout: 120_000 });
};

export type SpawnedServer = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly url: string;
  /** What it has said so far. */
  stdout(): string;
  stderr(): string;
  /** Its exit code; the name of the signal where it was killed. */
  readonly gone: Promise<number | string>;
};

export type SpawnOptions = {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Our own variables alone: what is set on this machine must not leak in. */
const environment = ({ folder, env }: SpawnOptions): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  SITREP_DATA: folder,
  SITREP_PORT: '0',
  ...env,
});

const launch = (file: string, args: readonly string[], options: SpawnOptions) => {
  const child = spawn(process.execPath, [`${root}dist/bff/${file}`, ...args], { env: environment(options), cwd: root });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (said.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.stderr += text.toString()));
  const gone = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone')),
  );
  return { child, gone, stdout: () => said.stdout, stderr: () => said.stderr };
};

/** A command of the command line, as it was built. */
export const runCommandLine = async (args: readonly string[], options: SpawnOptions) => {
  const { gone, stdout, stderr } = launch('cli.js', args, options);
  return { code: await gone, stdout: stdout(), stderr: stderr() };
};

/** Starts the built server and does not wait for it to serve: for those that are not to. */
export const spawnFailing = async (options: SpawnOptions) => {
  const { child, gone, stdout, stderr } = launch('main.js', [], options);
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 15_000);
  const code = await gone;
  clearTimeout(giveUp);
  return { code, stdout: stdout(), stderr: stderr() };
};

/** The built server in a process of its own, once it serves. */
export const spawnServer = async (options: SpawnOptions): Promise<SpawnedServer> => {
  const { child, gone, stdout, stderr } = launch('main.js', [], options);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /serving at (\S+)/.exec(stdout())?.[1];
      if (address !== undefined && stdout().includes('Ctrl-C')) resolve(address);
    });
    void gone.then((code) => reject(new Error(`the server ended with ${code}: ${stderr()}`)));
  });
  return { child, port: Number(new URL(url).port), url, gone, stdout, stderr };
};

/** A demo in a process of its own, from its first moment on. */
export const spawnDemo = (args: readonly string[], options: SpawnOptions) => {
  const demo = launch('cli.js', ['demo', ...args], options);
  return {
    ...demo,
    /** Its address, once it serves. */
    serving: async (): Promise<string> => {
      const ready = (): boolean => demo.stdout().includes('Ctrl-C');
      await until('the demo serves', () => ready() || demo.child.exitCode !== null, 60_000);
      if (!ready()) throw new Error(`The demo ended: ${demo.stderr()}`);
      return /serving at (\S+?)\. /.exec(demo.stdout())?.[1] ?? '';
    },
  };
};
