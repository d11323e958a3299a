import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import type { Packet } from 'socket.io-parser';
import * as ws from 'ws';

/** Unsent bytes after which a client counts as not reading. It is cut, and resumes from where it was. */
export const UNSENT_LIMIT_BYTES = 1_048_576;

type Connection = {
  readonly readyState: string;
  readonly transport: { readonly writable: boolean; readonly socket?: { readonly bufferedAmount: number } };
  close(discard?: boolean): void;
};

type Reader = {
  readonly connected: boolean;
  readonly client: { writeToEngine(packets: readonly string[], options: object): void; readonly conn: Connection };
};

/** Frames per listener that could not be written at once; weak, so that a closed connection takes its count along. */
const backlog = new WeakMap<Reader, number>();

// `ws` exports its maker of whole frames without typing it; Socket.IO's own adapter uses it in the same way.
const { Sender } = ws as unknown as {
  Sender: { frame(data: Buffer, options: object): readonly Buffer[] };
};

/**
 * Socket.IO's in-memory adapter with a short path for what Sitrep does all the time: one packet to one room. The frame
 * is built once and written to each listener; one that does not read is cut instead of filling memory.
 */
export class LeanAdapter extends Adapter {
  override broadcast(packet: Packet, options: BroadcastOptions): void {
    const [room] = options.rooms;
    if (options.rooms.size !== 1 || room === undefined || (options.except?.size ?? 0) > 0) {
      super.broadcast(packet, options);
      return;
    }
    const listeners = this.rooms.get(room);
    if (listeners === undefined) return;
    const nsp = this.nsp as {
      name: string;
      sockets: Map<string, Reader>;
      server: { encoder: { encode(p: Packet): string[] } };
    };
    const encoded = nsp.server.encoder.encode({ ...packet, nsp: nsp.name });
    const bytes = Buffer.from(`4${encoded[0] ?? ''}`);
    const wsPreEncodedFrame = Sender.frame(bytes, { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true });
    const packetOptions = { preEncoded: true, compress: false, wsPreEncodedFrame };
    for (const id of listeners) {
      const listener = nsp.sockets.get(id);
      if (listener === undefined) continue;
      if (isStuck(listener, bytes.length)) listener.client.conn.close(true);
      else listener.client.writeToEngine(encoded, packetOptions);
    }
  }
}

const isStuck = (listener: Reader, bytes: number): boolean => {
  const { transport } = listener.client.conn;
  const waiting = transport.socket?.bufferedAmount ?? 0;
  if (transport.writable && waiting === 0) {
    if (backlog.has(listener)) backlog.delete(listener);
    return false;
  }
  const queued = (backlog.get(listener) ?? 0) + bytes;
  backlog.set(listener, queued);
  return Math.max(queued, waiting) > UNSENT_LIMIT_BYTES;
};
