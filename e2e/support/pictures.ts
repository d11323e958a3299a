import type { Locator } from '@playwright/test';

type Block = readonly [name: string, bytes: Buffer];

const be16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const be32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]);
const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
  Buffer.concat([be16(tag), be16(type), be32(count), value]);

/** EXIF that says: held upright, taken at 48° 51' N by a camera of this name. */
const exif = (camera: string): Buffer => {
  const name = Buffer.from(`${camera}\0`, 'latin1');
  const directory = (entries: readonly Buffer[]): Buffer => Buffer.concat([be16(entries.length), ...entries, be32(0)]);
  const mainSize = 2 + 3 * 12 + 4;
  const gpsAt = 8 + mainSize + name.length;
  const latitude = Buffer.concat([48, 51, 24].map((part) => Buffer.concat([be32(part), be32(1)])));
  const gpsSize = 2 + 2 * 12 + 4;
  const main = directory([
    entry(0x0110, 2, name.length, be32(8 + mainSize)),
    entry(0x0112, 3, 1, Buffer.concat([be16(6), be16(0)])),
    entry(0x8825, 4, 1, be32(gpsAt)),
  ]);
  const gps = directory([
    entry(0x0001, 2, 2, Buffer.from('N\0\0\0', 'latin1')),
    entry(0x0002, 5, 3, be32(gpsAt + gpsSize)),
  ]);
  const tiff = Buffer.concat([Buffer.from('MM\0*', 'latin1'), be32(8), main, name, gps, latitude]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), be16(body.length + 2), body]);
};

/** A JPEG as a phone makes it: lying on its side, with where it was taken. */
export const withExif = (jpeg: Buffer, camera: string): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), exif(camera), jpeg.subarray(2)]);

/** Markers of a JPEG and what they hold, up to the picture itself. */
export const jpegBlocks = (jpeg: Buffer): readonly Block[] => {
  const blocks: Block[] = [];
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    blocks.push([(jpeg[at + 1] ?? 0).toString(16), jpeg.subarray(at + 4, at + 2 + jpeg.readUInt16BE(at + 2))]);
  }
  return blocks;
};

/** Drawn by the browser of the test: `width` by `height`, left half red, right half blue. */
export const drawnJpeg = async (within: Locator, width: number, height: number): Promise<Buffer> => {
  const base64 = await within.evaluate(
    (_element, size) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = size;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('nothing to draw with');
      context.fillStyle = '#f00';
      context.fillRect(0, 0, size[0] / 2, size[1]);
      context.fillStyle = '#00f';
      context.fillRect(size[0] / 2, 0, size[0] / 2, size[1]);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
};

/** As somebody pastes files, or text, into the field. */
export const pastes = (field: Locator, what: { readonly text?: string; readonly files?: readonly PastedFile[] }) =>
  field.evaluate((element, { text, files }) => {
    const data = new DataTransfer();
    if (text !== undefined) data.setData('text/plain', text);
    for (const { name, type, base64 } of files ?? []) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    // What the page does not take care of, the browser puts into the field.
    if (element.dispatchEvent(event) && text !== undefined) document.execCommand('insertText', false, text);
  }, what);

type PastedFile = { readonly name: string; readonly type: string; readonly base64: string };
