import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

/** A program of ours. It never outlives the bench. */
export class Program {
  readonly process: ChildProcess;
  readonly exited: Promise<void>;
  output = '';

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.process = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    alive.add(this.process);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.exited = new Promise((resolve) => {
      this.process.once('exit', () => {
        alive.delete(this.process);
        resolve();
      });
    });
  }

  get pid(): number {
    return this.process.pid ?? Number.NaN;
  }

  /** Resolves with what the program prints, once it has. */
  async printed(pattern: RegExp, withinMs = 60_000): Promise<string> {
    const until = Date.now() + withinMs;
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found[1] ?? found[0];
      if (Date.now() > until || this.process.exitCode !== null) {
        throw new Error(`${pattern} was not printed; this was: ${this.output.slice(0, 2_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.process.kill(signal);
    await this.exited;
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
