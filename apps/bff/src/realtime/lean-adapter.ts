import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import type { Packet } from 'socket.io-parser';
import * as ws from 'ws';

/** Unsent bytes after which a client counts as not reading. It is cut, and resumes from where it was. */
export const UNSENT_LIMIT_BYTES = 1_048_576;

type WebSocket = {
  readonly bufferedAmount: number;
  readonly _sender: { sendFrame(frame: readonly Buffer[]): void };
};

type Connection = {
  readonly readyState: string;
  readonly writeBuffer: readonly unknown[];
  readonly transport: { readonly writable: boolean; readonly socket?: WebSocket };
  close(discard?: boolean): void;
};

type Reader = {
  readonly client: { writeToEngine(packets: readonly string[], options: object): void; readonly conn: Connection };
};

type Outgoing = { readonly encoded: readonly string[]; readonly frame: readonly Buffer[]; readonly bytes: number };

/** Bytes per listener that wait in Socket.IO's own queue; weak, so that a closed connection takes its count along. */
const backlog = new WeakMap<Reader, number>();

// `ws` exports its maker of whole frames without typing it; Socket.IO's own adapter uses it in the same way.
const { Sender } = ws as unknown as {
  Sender: { frame(data: Buffer, options: object): readonly Buffer[] };
};

/**
 * Socket.IO's in-memory adapter with a short path for what Sitrep does all the time: one packet to one room, or to
 * everybody. The frame is built once and written to each listener; one that does not read is cut instead of filling
 * memory.
 */
export class LeanAdapter extends Adapter {
  override broadcast(packet: Packet, options: BroadcastOptions): void {
    if (options.rooms.size > 1 || (options.except?.size ?? 0) > 0) {
      super.broadcast(packet, options);
      return;
    }
    const { sockets, name, server } = this.nsp as {
      name: string;
      sockets: Map<string, Reader>;
      server: { encoder: { encode(packet: Packet): string[] } };
    };
    const [room] = options.rooms;
    const listeners = room === undefined ? sockets.keys() : this.rooms.get(room);
    if (listeners === undefined) return;
    const outgoing = framed(server.encoder.encode({ ...packet, nsp: name }));
    for (const id of listeners) {
      const listener = sockets.get(id);
      if (listener !== undefined) send(listener, outgoing);
    }
  }
}

const framed = (encoded: readonly string[]): Outgoing => {
  const payload = Buffer.from(`4${encoded[0] ?? ''}`);
  const parts = Sender.frame(payload, { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true });
  // One piece: each listener then costs one write.
  const frame = Buffer.concat(parts);
  return { encoded, frame: [frame], bytes: frame.length };
};

const send = (listener: Reader, { encoded, frame, bytes }: Outgoing): void => {
  const { conn } = listener.client;
  const { socket, writable } = conn.transport;
  const waiting = socket?.bufferedAmount ?? 0;
  if (socket !== undefined && writable && conn.writeBuffer.length === 0 && conn.readyState === 'open') {
    if (backlog.has(listener)) backlog.delete(listener);
    // Nothing waits in Socket.IO's queue, so the frame may go past it; what the kernel does not take waits in `ws`.
    if (waiting > UNSENT_LIMIT_BYTES) conn.close(true);
    else socket._sender.sendFrame(frame);
    return;
  }
  const queued = (backlog.get(listener) ?? 0) + bytes;
  backlog.set(listener, queued);
  if (Math.max(queued, waiting) > UNSENT_LIMIT_BYTES) conn.close(true);
  else {
    const options = { preEncoded: true, compress: false, wsPreEncodedFrame: frame };
    listener.client.writeToEngine(encoded, options);
  }
};
