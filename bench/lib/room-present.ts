import { io, type Socket } from 'socket.io-client';
import type { Sitrep } from './sitrep.ts';

// 200 people in a room, each at a connection of their own: they are there, and type now and then.
const REPORT_EVERY_MS = 5_000;

export class Present {
  readonly #sockets: readonly Socket[];
  readonly #reporting: NodeJS.Timeout;

  private constructor(sockets: readonly Socket[], incidentId: string) {
    this.#sockets = sockets;
    let turn = 0;
    this.#reporting = setInterval(() => {
      const socket = sockets[turn % sockets.length];
      socket?.emit('presence:report', { incidentId, doing: turn % 3 === 0 ? 'viewing' : 'typing' });
      turn += 1;
    }, REPORT_EVERY_MS / sockets.length);
  }

  static async in(sitrep: Sitrep, incidentId: string, count: number): Promise<Present> {
    const sockets: Socket[] = [];
    for (let n = 0; n < count; n += 1)
      sockets.push(await present(sitrep, await joined(sitrep.port, sitrep.cookies[0] ?? '', n), incidentId));
    return new Present(sockets, incidentId);
  }

  leave(): void {
    clearInterval(this.#reporting);
    for (const socket of this.#sockets) socket.disconnect();
  }
}

const present = ({ port, protocol }: Sitrep, cookie: string, incidentId: string): Promise<Socket> => {
  const origin = `http://127.0.0.1:${port}`;
  const socket = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol },
    extraHeaders: { Cookie: cookie, Origin: origin },
  });
  return new Promise((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.once('connect', () => {
      socket.emit('presence:join', { incidentId, doing: 'viewing' }, ({ outcome }: { outcome: string }) => {
        if (outcome === 'joined') resolve(socket);
        else reject(new Error(`presence was ${outcome}`));
      });
    });
  });
};

const joined = async (port: number, administrator: string, n: number): Promise<string> => {
  const person = { name: `Sam Visitor ${n}`, handle: `sam${n}` };
  const invite = await post(port, '/api/v1/commands/people.invite', person, { Cookie: administrator });
  const { token } = (await invite.json()) as { token: string };
  const answer = await post(port, '/api/v1/join', { token, ...person }, {});
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const post = async (
  port: number,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Sitrep-Client': 'bench', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
  return response;
};
