import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

type Options = { readonly env?: NodeJS.ProcessEnv; readonly cwd: string };

/** A program that a test started, with everything it said; never left behind. */
export class RunningProgram {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #killAtExit = (): void => void this.#child.kill('SIGKILL');
  stdout = '';
  stderr = '';

  constructor(file: string, args: readonly string[], { env = process.env, cwd }: Options) {
    this.#child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.#ended = once(this.#child, 'close');
    process.once('exit', this.#killAtExit);
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Answers the exit code, or the signal that ended it. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals | null> {
    this.#child.kill(signal);
    await this.#ended;
    process.off('exit', this.#killAtExit);
    return this.#child.exitCode ?? this.#child.signalCode;
  }
}
