import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunningProgram } from './child-process.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

const bundle = fileURLToPath(new URL('../../dist/bff/main.js', import.meta.url));

const START_WITHIN_MS = 20_000;
const ASK_EVERY_MS = 20;
/** pino's level of an error. */
const ERROR = 50;

/** What the machine has set for its own Sitrep is not for ours. */
const foreignEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SITREP_')));

/** The built server in a data folder and on a port of its own; both outlive a restart. */
export class SitrepServer {
  readonly #folder: string;
  readonly #port: number;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #former: RunningProgram[] = [];
  #program: RunningProgram | undefined;

  private constructor(folder: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#port = port;
    this.#settings = settings;
  }

  /** `hostName`: the one that pages use, where it is not the address that is listened on. */
  static async start({ hostName }: { readonly hostName?: string | undefined } = {}): Promise<SitrepServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sitrep-e2e-'));
    const port = await freePort();
    const settings = hostName === undefined ? {} : { SITREP_BASE_URL: `http://${hostName}:${port}` };
    const server = new SitrepServer(folder, port, settings);
    await server.restart();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return this.#settings['SITREP_BASE_URL'] ?? this.listensAt;
  }

  get listensAt(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What it said since its first start. */
  get output(): string {
    return [...this.#former, this.#program]
      .map((program) => `${program?.stdout ?? ''}${program?.stderr ?? ''}`)
      .join('');
  }

  /** As printed at the first start, for whoever is to be the administrator. */
  get signInLink(): string {
    const link = /http\S+\/sign-in#token=\S+/.exec(this.output)?.[0];
    if (link === undefined) throw new Error(`The server printed no sign-in link:\n${this.output}`);
    return link;
  }

  /** What it complained about. */
  get faults(): readonly string[] {
    const programs = [...this.#former, ...(this.#program === undefined ? [] : [this.#program])];
    return programs.flatMap(({ stderr }) => stderr.split('\n').filter(isComplaint));
  }

  /** Starts it again, where it was. Serving when it resolves. */
  async restart(): Promise<void> {
    if (this.#program !== undefined) throw new Error('The server is still running.');
    const program = new RunningProgram(process.execPath, ['--enable-source-maps', bundle], {
      cwd: this.#folder,
      env: {
        ...foreignEnvironment(),
        NODE_ENV: 'production',
        SITREP_PORT: String(this.#port),
        SITREP_DATA: path.join(this.#folder, 'data'),
        ...this.#settings,
      },
    });
    this.#program = program;
    const isServing = async (): Promise<boolean> => {
      if (program.hasEnded) throw new Error(`The server did not start:\n${program.stdout}${program.stderr}`);
      // The greeting is the last thing of a start: only then can it be stopped in order.
      if (!program.stdout.includes('Ctrl-C stops it')) return false;
      return (await fetch(`${this.listensAt}/readyz`).catch(() => undefined))?.ok ?? false;
    };
    await until(isServing, {
      within: START_WITHIN_MS,
      every: ASK_EVERY_MS,
      otherwise: () => `The server is not ready after ${START_WITHIN_MS} ms:\n${this.output}`,
    });
  }

  /** Without a warning, as a crash or the kernel would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As Ctrl-C and a service manager do. Answers the exit code. */
  stop(): Promise<number | NodeJS.Signals | null> {
    return this.#end('SIGTERM');
  }

  get isRunning(): boolean {
    return this.#program !== undefined;
  }

  /** Leaves nothing behind, whatever happened before. */
  async dispose(): Promise<void> {
    if (this.isRunning) await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals | null> {
    const program = this.#program;
    if (program === undefined) throw new Error('The server is not running.');
    this.#program = undefined;
    this.#former.push(program);
    return program.end(signal);
  }
}

/** Its log has a level; whatever else stands on stderr was not meant to be there, but for what Node says of itself. */
const isComplaint = (line: string): boolean => {
  const level = /^\{"level":(\d+),/.exec(line)?.[1];
  if (level !== undefined) return Number(level) >= ERROR;
  return line !== '' && !/ExperimentalWarning|--trace-warnings/.test(line);
};
