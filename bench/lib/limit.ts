import { fileURLToPath } from 'node:url';
import { Program } from './child.ts';
import type { Dialect } from './crowd-client.ts';
import { scratchFolder } from './scratch.ts';
import { noteText } from './sitrep.ts';
import type { Posting } from './writers.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(`../limits/${name}.mjs`, import.meta.url));

/** On a port that is known before, to be timed from outside. */
export const startBareSocketIo = (port: number): Program =>
  new Program([fileOf('bare-socket-io')], { PORT: String(port) });

/** A small server that does one thing as well as this machine can, to measure the product against. */
export class Limit {
  readonly port: number;
  readonly name: string;
  readonly #program: Program;

  private constructor(name: string, program: Program, port: number) {
    this.name = name;
    this.#program = program;
    this.port = port;
  }

  /** `node:http` and one prepared frame for all; see the file for its options. */
  static preparedFrame(options: PreparedFrameOptions = {}): Promise<Limit> {
    const log = options.sync === undefined ? '' : `${scratchFolder()}/limit.log`;
    return Limit.#start('prepared-frame', {
      LOG: log,
      SYNC: options.sync ?? '',
      FRAME_MS: String(options.frameMs ?? 0),
    });
  }

  static bareSocketIo(): Promise<Limit> {
    return Limit.#start('bare-socket-io', {});
  }

  static async #start(name: string, env: Readonly<Record<string, string>>): Promise<Limit> {
    const program = new Program([fileOf(name)], env);
    return new Limit(name, program, Number(await program.printed(/^listening on (\d+)/)));
  }

  get pid(): number {
    return this.#program.pid;
  }

  /** `after`: how many events the clients hold already, where they ask for what they missed. */
  dialect(after?: number): Dialect {
    const { port } = this;
    if (this.name !== 'bare-socket-io') return { port, path: '/', cookies: [] };
    const subscribe = after === undefined ? [] : [[{ after }]];
    return { port, path: '/socket.io/?EIO=4&transport=websocket', cookies: [], socketIo: { auth: {}, subscribe } };
  }

  /** The same body as the product gets. */
  readonly posting: Posting = () => ({
    path: '/',
    headers: '',
    body: JSON.stringify({ incidentId: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', text: noteText() }),
  });

  async stop(): Promise<void> {
    await this.#program.stop('SIGKILL');
  }
}

type PreparedFrameOptions = {
  /** Writes each event to a log first: with a sync for all that wait, or one for each. */
  readonly sync?: 'group' | 'each';
  /** At most one frame in so many ms; the first one at once. */
  readonly frameMs?: number;
};
