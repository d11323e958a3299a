import * as parser from 'socket.io-parser';
import { Frame } from './frames.ts';

type Packet = Parameters<parser.Encoder['encode']>[0];

/**
 * Socket.IO's own text format, except that an event or acknowledgement whose only argument is a `Frame` is written
 * from the frame's text: what was serialised for the log is not serialised again. Clients use the ordinary parser.
 */
class Encoder extends parser.Encoder {
  override encode(packet: Packet): ReturnType<parser.Encoder['encode']> {
    const data: unknown = packet.data;
    if (packet.nsp === '/' && Array.isArray(data)) {
      if (packet.type === parser.PacketType.EVENT && packet.id === undefined && data[1] instanceof Frame) {
        return [`2[${JSON.stringify(data[0])},${data[1].json}]`];
      }
      if (packet.type === parser.PacketType.ACK && data[0] instanceof Frame)
        return [`3${packet.id ?? ''}[${data[0].json}]`];
    }
    return super.encode(packet);
  }
}

export const preSerialisedParser = { Encoder, Decoder: parser.Decoder };
