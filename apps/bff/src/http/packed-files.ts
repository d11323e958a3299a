import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { RequestHandler } from 'express';

/** As the build writes them; the better packing first. */
const PACKINGS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;
const PACKED_NAME = /^\/[\w~.-]+\.(js|css)$/;

/** Leads to the packed file beside a script or style that was asked for, where there is one and the reader takes it. */
export const packedFiles =
  (folder: string): RequestHandler =>
  async (request, response, next) => {
    const [, kind] = PACKED_NAME.exec(request.path) ?? [];
    if (kind === undefined) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    const packed = PACKINGS.map(({ encoding, ending }) => ({ encoding, name: request.path + ending }));
    const there = await Promise.all(packed.map(({ name }) => isFile(path.join(folder, name))));
    const chosen = packed.find(({ encoding }, index) => there[index] === true && request.acceptsEncodings(encoding));
    if (chosen !== undefined) {
      request.url = chosen.name;
      response.type(kind).setHeader('Content-Encoding', chosen.encoding);
    }
    next();
  };

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
