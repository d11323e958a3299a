import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const MIN_BYTES = 1_000;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** @type {readonly (readonly [ending: string, pack: (content: string | Uint8Array) => Promise<Buffer>])[]} */
const PACKINGS = [
  ['br', (content) => promisify(brotliCompress)(content, BROTLI)],
  ['gz', (content) => promisify(gzip)(content, { level: 9 })],
];

/**
 * Writes scripts and styles packed too, beside each file: packed once and well, so that the server packs nothing.
 * @returns {import('vite').Plugin}
 */
export const packedAssets = () => ({
  name: 'packed-assets',
  apply: 'build',
  enforce: 'post',
  writeBundle: async ({ dir = '' }, bundle) => {
    const files = Object.values(bundle).filter(({ fileName }) => /\.(js|css)$/.test(fileName));
    await Promise.all(
      files.map(async (file) => {
        const content = file.type === 'chunk' ? file.code : file.source;
        if (content.length < MIN_BYTES) return;
        await Promise.all(
          PACKINGS.map(async ([ending, pack]) =>
            writeFile(path.join(dir, `${file.fileName}.${ending}`), await pack(content)),
          ),
        );
      }),
    );
  },
});
