import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Program } from './child.ts';
import type { Dialect } from './crowd-client.ts';
import { HttpConnection } from './http-connection.ts';
import { scratchFolder } from './scratch.ts';
import { stamp } from './clock.ts';
import type { Posting } from './writers.ts';

/** Which build is measured: another folder compares two of them. */
const BUILD = process.env['BENCH_BUILD'] ?? fileURLToPath(new URL('../../dist/bff', import.meta.url));
export const MAIN = `${BUILD}/main.js`;
/** Such as `--cpu-prof`. */
const NODE_FLAGS = process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [];
export const ADMIN_TOKEN = 'bench-administrator-token';
const CLIENT_HEADER = 'X-Sitrep-Client: bench\r\n';
const PEOPLE = 5;

export const startServer = (dataFolder: string, port = 0): Program => {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: npm run build makes it.`);
  return new Program([...NODE_FLAGS, '--enable-source-maps', MAIN], {
    SITREP_PORT: String(port),
    SITREP_DATA: dataFolder,
    SITREP_ADMIN_TOKEN: ADMIN_TOKEN,
    SITREP_HOST: '127.0.0.1',
    // A crowd shares a few people.
    SITREP_SOCKETS_PER_PERSON: '100000',
  });
};

/** The product, with people who have signed in and incidents that are open. */
export class Sitrep {
  readonly name = 'sitrep';
  readonly port: number;
  readonly cookies: readonly string[];
  readonly #program: Program;
  incidents: readonly string[] = [];

  private constructor(
    program: Program,
    port: number,
    cookies: readonly string[],
    readonly protocol: number,
  ) {
    this.#program = program;
    this.port = port;
    this.cookies = cookies;
  }

  static async start(): Promise<Sitrep> {
    const program = startServer(scratchFolder());
    const port = Number(await program.printed(/is serving at http:\/\/127\.0\.0\.1:(\d+)/));
    const token = await program.printed(/\/sign-in#token=([\w-]+)/);
    return new Sitrep(program, port, await signedIn(port, token), await protocolOf(port));
  }

  get pid(): number {
    return this.#program.pid;
  }

  /** Opens incidents of its own for a window, so that no timeline grows without end. */
  async declare(count: number): Promise<void> {
    const declared: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const answer = await this.command('incident.declare', { title: `Checkout answers slowly ${n}` });
      declared.push((answer as { events: { stream: string }[] }).events[0]?.stream.split('/')[1] ?? '');
    }
    this.incidents = declared;
  }

  /** Of the newest event of the first incident. */
  async position(): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1/topics/incident/${this.incidents[0]}`, {
      headers: { Cookie: this.cookies[0] ?? '' },
    });
    return ((await answer.json()) as { position: number }).position;
  }

  async command(type: string, input: object): Promise<unknown> {
    return send(this.port, `/api/v1/commands/${type}`, this.cookies[0] ?? '', input).then(({ body }) => body);
  }

  /** Pages that listen to every open room, or to one room each. */
  dialect(rooms: 'every' | 'one' = 'every'): Dialect {
    const all = this.incidents.map((id) => ({ topic: `incident/${id}` }));
    const lists = ['board', 'alerts', 'people'].map((topic) => ({ topic }));
    return {
      port: this.port,
      path: '/socket.io/?EIO=4&transport=websocket',
      cookies: this.cookies,
      socketIo: {
        auth: { protocol: this.protocol },
        subscribe: rooms === 'every' ? [[...lists, ...all]] : all.map((room) => [...lists, room]),
      },
    };
  }

  /** Pages that come back to a room, holding everything up to a position. */
  returning(after: number): Dialect {
    const dialect = this.dialect();
    const subscribe = [this.incidents.map((id) => ({ topic: `incident/${id}`, after }))];
    return { ...dialect, socketIo: { auth: { protocol: this.protocol }, subscribe } };
  }

  /** A note into one incident after the other, by one person after the other. */
  readonly posting: Posting = (n) => ({
    path: '/api/v1/commands/timeline.add-entry',
    headers:
      `Cookie: ${this.cookies[n % this.cookies.length]}\r\nOrigin: http://127.0.0.1:${this.port}\r\n` +
      `${CLIENT_HEADER}Idempotency-Key: bench-${n}\r\n`,
    body: JSON.stringify({ incidentId: this.incidents[n % this.incidents.length], text: noteText() }),
  });

  async stop(): Promise<void> {
    await this.#program.stop();
  }
}

export const noteText = (): string =>
  `${stamp()} Error budget burn is above 14x for five minutes on checkout-api, rolling back the last deployment.`;

type Sent = { readonly body: unknown; readonly cookie: string };

const send = async (port: number, path: string, cookie: string, input: object): Promise<Sent> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Sitrep-Client': 'bench', Cookie: cookie },
    body: JSON.stringify(input),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${JSON.stringify(body)}`);
  return { body, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
};

/** The administrator by the link that was printed, the others by invite. */
const signedIn = async (port: number, token: string): Promise<readonly string[]> => {
  const { cookie: administrator } = await send(port, '/api/v1/session', '', { token });
  const cookies = [administrator];
  for (let n = 1; n < PEOPLE; n += 1) {
    const person = { name: `Robin ${n}`, handle: `robin${n}` };
    const { body } = await send(port, '/api/v1/commands/people.invite', administrator, person);
    const joined = await send(port, '/api/v1/join', '', { token: (body as { token: string }).token, ...person });
    cookies.push(joined.cookie);
  }
  return cookies;
};

/** As this build speaks it: another one may be measured than the one beside. */
const protocolOf = async (port: number): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`);
  return ((await answer.json()) as { protocol: number }).protocol;
};

export const metric = async (port: number, name: string): Promise<number> => {
  const connection = new HttpConnection(port);
  const { body } = await connection.get('/metrics', `Authorization: Bearer ${ADMIN_TOKEN}\r\n`);
  connection.close();
  return Number(new RegExp(`^sitrep_${name} (\\S+)$`, 'm').exec(body)?.[1]);
};
