import { connect, type Socket } from 'node:net';
import type { Tally } from './tally.ts';
import { clientFrame, PONG, readFrames, type FrameListener } from './websocket-text.ts';

/** How a contender is spoken to. */
export type Dialect = {
  readonly port: number;
  readonly path: string;
  /** Of the handshake, one after the other by client. */
  readonly cookies: readonly string[];
  /** Socket.IO's packets; without it, bare text frames. */
  readonly socketIo?: {
    readonly auth: object;
    /**
     * Sent once connected, each with an acknowledgement that has to come before the client counts as ready; one list
     * after the other by client.
     */
    readonly subscribe: readonly (readonly object[])[];
  };
};

const KEY = 'c2l0cmVwIGJlbmNoIHRlYQ==';
/** One for all: only what is left of an unfinished frame is copied out of it. */
const received = Buffer.allocUnsafe(256 * 1_024);
const ENGINE_PONG = clientFrame('3');
const code = (text: string): number => text.charCodeAt(0);
const [OPEN, PING, MESSAGE, CONNECTED, EVENT, ACK] = ['0', '2', '4', '0', '2', '3'].map(code);

/** One subscriber, as light as it can be: a socket, an upgrade by hand, a reader of frames. */
export class CrowdClient implements FrameListener {
  readonly #dialect: Dialect;
  readonly #tally: Tally;
  readonly #onReady: () => void;
  readonly #socket: Socket;
  #upgraded = false;
  readonly #subscribe: readonly object[];
  #awaited: number;
  #rest: Buffer | undefined;
  events = 0;
  ready = false;

  constructor(dialect: Dialect, index: number, tally: Tally, onReady: () => void, onClosed: () => void) {
    this.#dialect = dialect;
    this.#tally = tally;
    this.#onReady = onReady;
    const { port, path, cookies, socketIo } = dialect;
    this.#subscribe = socketIo?.subscribe[index % socketIo.subscribe.length] ?? [];
    this.#awaited = this.#subscribe.length;
    const callback = (length: number, buffer: Uint8Array): boolean => {
      this.#take(buffer as Buffer, length);
      return true;
    };
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true, onread: { buffer: received, callback } });
    this.#socket.on('error', () => undefined).on('close', onClosed);
    const cookie = cookies[index % cookies.length];
    this.#socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Origin: http://127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${KEY}`,
        ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
        '\r\n',
      ].join('\r\n'),
    );
  }

  close(): void {
    this.#socket.destroy();
  }

  ping(): void {
    this.#socket.write(PONG);
  }

  text(buffer: Buffer, start: number, end: number): void {
    const { socketIo } = this.#dialect;
    if (socketIo === undefined) return this.#event(buffer, start, end);
    const kind = buffer[start];
    if (kind === OPEN) this.#socket.write(clientFrame(`40${JSON.stringify(socketIo.auth)}`));
    else if (kind === PING) this.#socket.write(ENGINE_PONG);
    else if (kind === MESSAGE) this.#packet(buffer, start, end);
  }

  #packet(buffer: Buffer, start: number, end: number): void {
    const kind = buffer[start + 1];
    if (kind === EVENT) return this.#event(buffer, start, end);
    if (kind === CONNECTED) {
      this.#subscribe.forEach((request, id) => {
        this.#socket.write(clientFrame(`42${id}${JSON.stringify(['topic:subscribe', request])}`));
      });
      if (this.#awaited === 0) this.#isReady();
    } else if (kind === ACK) {
      const answer = buffer.subarray(start, end);
      if (answer.includes('"refused"')) throw new Error('a subscription was refused');
      this.events += this.#tally.take(answer);
      this.#awaited -= 1;
      if (this.#awaited === 0) this.#isReady();
    } else {
      throw new Error(`not connected: ${buffer.toString('utf8', start, end)}`);
    }
  }

  #event(buffer: Buffer, start: number, end: number): void {
    this.events += this.#tally.take(buffer.subarray(start, end));
  }

  #isReady(): void {
    this.ready = true;
    this.#onReady();
  }

  #take(chunk: Buffer, length: number): void {
    let buffer = chunk;
    let end = length;
    let start = 0;
    if (this.#rest !== undefined) {
      buffer = Buffer.concat([this.#rest, chunk.subarray(0, length)]);
      end = buffer.length;
      this.#rest = undefined;
    }
    if (!this.#upgraded) {
      const head = buffer.subarray(0, end).indexOf('\r\n\r\n', 0, 'latin1');
      if (head >= 0) {
        const status = buffer.toString('latin1', 9, 12);
        if (status !== '101') throw new Error(`the upgrade was answered with ${status}`);
        this.#upgraded = true;
        start = head + 4;
        if (this.#dialect.socketIo === undefined) this.#isReady();
      }
    }
    if (this.#upgraded) start = readFrames(buffer, start, end, this);
    if (start < end) this.#rest = Buffer.from(buffer.subarray(start, end));
  }
}
