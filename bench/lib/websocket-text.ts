/** A client's text frame. The mask is all zeros, which is legal and leaves the text as it is. */
export const clientFrame = (text: string): Buffer => {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0])
      : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
};

const TEXT = 1;
const PING = 9;
export const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

export type FrameListener = {
  text(buffer: Buffer, start: number, end: number): void;
  ping(): void;
};

/** Calls the listener for each whole frame; answers where the first unfinished one begins. */
export const readFrames = (buffer: Buffer, start: number, end: number, listener: FrameListener): number => {
  let at = start;
  while (end - at >= 2) {
    const short = (buffer[at + 1] ?? 0) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (end - at < head) break;
    const length =
      short < 126 ? short : short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
    if (end - at < head + length) break;
    const opcode = (buffer[at] ?? 0) & 0x0f;
    if (opcode === TEXT) listener.text(buffer, at + head, at + head + length);
    else if (opcode === PING) listener.ping();
    at += head + length;
  }
  return at;
};
