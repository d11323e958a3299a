import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { seededRandom } from './crash/seeded-random.ts';

/** Chances per frame, in percent. */
export type Faults = {
  readonly drop: number;
  readonly double: number;
  readonly swap: number;
  readonly delay: number;
  /** Of the whole connection. */
  readonly cut: number;
};

export const NO_FAULTS: Faults = { drop: 0, double: 0, swap: 0, delay: 0, cut: 0 };

const LONGEST_DELAY_MS = 40;
const HEAD_END = '\r\n\r\n';
const TEXT = 0x81;
// What the protocol numbers or repeats, so that its loss shows: updates, heartbeats, answers.
const APPLICATION = /^(42\["(topic:updated|heartbeat)"|43)/;

type Frame = { readonly bytes: Buffer; readonly text: string | undefined };

/** A TCP proxy that passes HTTP on untouched and mistreats WebSocket frames on their way to the client. */
export class FaultProxy {
  faults: Faults = NO_FAULTS;
  /** What was done, for the reader of a failed run. */
  readonly done = { drop: 0, double: 0, swap: 0, delay: 0, cut: 0, passed: 0 };
  #upstream: number;
  readonly #random: (from: number, to: number) => number;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #server = createServer((client) => this.#accept(client));

  constructor(upstream: number, seed: number) {
    this.#upstream = upstream;
    this.#random = seededRandom(seed);
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** The server came back at another port. */
  moveTo(upstream: number): void {
    this.#upstream = upstream;
  }

  cutAll(): void {
    for (const [client, server] of this.#pairs) {
      client.destroy();
      server.destroy();
    }
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(client: Socket): void {
    const server = connect(this.#upstream, '127.0.0.1');
    const pair = [client, server] as const;
    this.#pairs.add(pair);
    const end = (): void => {
      this.#pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of pair) socket.setNoDelay(true).on('error', end).on('close', end);
    client.pipe(server, { end: false });
    const mistreat = this.#mistreater(client, end);
    let waiting = Buffer.alloc(0);
    let mode: 'head' | 'frames' | 'through' = 'head';
    server.on('data', (chunk: Buffer) => {
      if (mode === 'through') return void client.write(chunk);
      waiting = Buffer.concat([waiting, chunk]);
      if (mode === 'head') {
        const headEnd = waiting.indexOf(HEAD_END);
        if (headEnd < 0) return;
        mode = waiting.subarray(0, 12).toString() === 'HTTP/1.1 101' ? 'frames' : 'through';
        const length = mode === 'frames' ? headEnd + HEAD_END.length : waiting.length;
        client.write(waiting.subarray(0, length));
        waiting = waiting.subarray(length);
      }
      for (let frame = firstFrame(waiting); frame !== undefined; frame = firstFrame(waiting)) {
        waiting = waiting.subarray(frame.bytes.length);
        mistreat(frame);
      }
    });
  }

  #mistreater(client: Socket, end: () => void): (frame: Frame) => void {
    let held: Buffer | undefined;
    const send = (bytes: Buffer): void => {
      if (!client.writable) return;
      client.write(bytes);
      this.done.passed += 1;
      const swapped = held;
      held = undefined;
      if (swapped !== undefined) client.write(swapped);
    };
    return ({ bytes, text }) => {
      if (text === undefined || !APPLICATION.test(text)) return send(bytes);
      const roll = this.#random(0, 99);
      const { drop, double, swap, delay, cut } = this.faults;
      if (roll < drop) this.done.drop += 1;
      else if (roll < drop + double) {
        this.done.double += 1;
        send(bytes);
        send(bytes);
      } else if (roll < drop + double + swap && held === undefined) {
        this.done.swap += 1;
        held = bytes;
      } else if (roll < drop + double + swap + delay) {
        this.done.delay += 1;
        setTimeout(() => send(bytes), this.#random(1, LONGEST_DELAY_MS));
      } else if (roll < drop + double + swap + delay + cut) {
        this.done.cut += 1;
        end();
      } else send(bytes);
    };
  }
}

/** The first whole frame of what a server sends, which is never masked. */
const firstFrame = (bytes: Buffer): Frame | undefined => {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < head) return undefined;
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < head + length) return undefined;
  const frame = Buffer.from(bytes.subarray(0, head + length));
  return { bytes: frame, text: frame[0] === TEXT ? frame.subarray(head).toString() : undefined };
};
