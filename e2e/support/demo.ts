import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunningProgram } from './child-process.ts';
import { until } from './until.ts';

const bundle = fileURLToPath(new URL('../../dist/bff/cli.js', import.meta.url));
const START_WITHIN_MS = 60_000;

/** A practice incident on a server of its own, as `npm run sitrep -- demo` starts it. */
export class Demo {
  readonly #program: RunningProgram;
  readonly #folder: string;

  private constructor(program: RunningProgram, folder: string) {
    this.#program = program;
    this.#folder = folder;
  }

  static async start(...words: readonly string[]): Promise<Demo> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sitrep-e2e-demo-'));
    const program = new RunningProgram(process.execPath, ['--enable-source-maps', bundle, 'demo', ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', TMPDIR: folder },
    });
    await until(() => program.stdout.includes('Ctrl-C') || program.hasEnded, {
      within: START_WITHIN_MS,
      every: 50,
      otherwise: () => `The demo is not ready:\n${program.stdout}${program.stderr}`,
    });
    return new Demo(program, folder);
  }

  /** Of the commander first, then of the others. */
  get links(): readonly string[] {
    return [...this.#program.stdout.matchAll(/http\S+#token=\S+/g)].map(([link]) => link);
  }

  get url(): string {
    return new URL(this.links[0] ?? '').origin;
  }

  async stop(): Promise<number | NodeJS.Signals | null> {
    const code = await this.#program.end('SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
    return code;
  }
}
