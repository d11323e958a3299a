import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import type { Actor } from '@sitrep/shared/kernel/actor';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { FileId, type IncidentId } from '@sitrep/shared/kernel/ids';
import { can } from '@sitrep/shared/kernel/permissions';
import type { FileAnswer } from '@sitrep/shared/protocol/http';
import { requireActor } from '../../http/authenticate.ts';
import type { VisibleRoom } from '../../http/visible-room.ts';
import type { BlobId, BlobStore } from '../../ports/blob-store.ts';
import type { Logger } from '../../ports/logger.ts';
import { contentDisposition, fileNameOf } from './file-name.ts';
import type { FileRecord, ServedType } from './file-record.ts';
import { noSuchFile, refusalOf } from './file-refusals.ts';
import type { Files, Uploading } from './files.ts';
import type { UploadRate } from './upload-rate.ts';

export type FileRoutesDeps = {
  readonly files: Files;
  readonly blobs: BlobStore;
  readonly rate: UploadRate;
  readonly visibleRoom: VisibleRoom;
  readonly logger: Logger;
};

type Params = { readonly id: string; readonly fileId: string };
type Content = { readonly blob: BlobId; readonly bytes: number; readonly sha256: string; readonly type: ServedType };

const FILE = '/incidents/:id/files/:fileId';

/** Files of incidents, seen by those who see the incident. What comes out is never active content. */
export const fileRoutes = ({ files, blobs, rate, visibleRoom, logger }: FileRoutesDeps): Router => {
  /** @throws Refusal, in the order in which commands refuse: nobody learns what they may not see */
  const writableBy = async (actor: Actor, idOrKey: string): Promise<IncidentId> => {
    const verdict = can(actor, 'timeline.write');
    if (!verdict.allowed) throw new Refusal('forbidden', `This is for ${verdict.who}.`);
    const { incident } = await visibleRoom(actor, idOrKey);
    if (incident.status === 'closed') {
      throw new Refusal('conflict', `${incident.key} is closed. Reopen it to add files.`, {
        current: { status: 'closed' },
      });
    }
    return incident.id;
  };

  const uploadOf = async (request: Request<Params>): Promise<Uploading> => {
    const actor = requireActor(request);
    const incidentId = await writableBy(actor, request.params.id);
    const fileId = FileId.safeParse(request.params.fileId);
    if (!fileId.success) throw new Refusal('not-found', 'A file has a UUID of its own, in lower case.');
    refuseEncoded(request);
    rate.take(actor.ref);
    const { 'content-length': length } = request.headers;
    return {
      incidentId,
      fileId: fileId.data,
      by: actor.ref,
      source: arriving(request),
      announced: length === undefined ? undefined : Number(length),
      check: async () => void (await writableBy(requireActor(request), incidentId)),
    };
  };

  const recordFor = async (request: Request<Params>): Promise<FileRecord> => {
    const { incident } = await visibleRoom(requireActor(request), request.params.id);
    const fileId = FileId.safeParse(request.params.fileId);
    const record = fileId.success ? await files.find(incident.id, fileId.data) : undefined;
    if (record === undefined) throw noSuchFile();
    return record;
  };

  const send = async (request: Request, response: Response, content: Content, name: string): Promise<void> => {
    const etag = `"${content.sha256}"`;
    response.setHeader('ETag', etag);
    // The bytes never change, but who may see them does: kept, and asked about each time.
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end();
      return;
    }
    const isImage = content.type !== 'application/octet-stream';
    response.setHeader('Content-Type', content.type);
    response.setHeader('Content-Disposition', contentDisposition(isImage ? 'inline' : 'attachment', name));
    response.setHeader('Content-Length', content.bytes);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await stream(response, content);
  };

  const stream = async (response: Response, { blob }: Content): Promise<void> => {
    const opened = await blobs.get(blob);
    if (opened === undefined) {
      logger.error({ blob }, 'a file is missing in the data folder');
      for (const name of ['ETag', 'Content-Length', 'Content-Disposition']) response.removeHeader(name);
      throw noSuchFile();
    }
    await pipeline(opened.stream, response).catch((error: NodeJS.ErrnoException) => {
      // Whoever closed the page does not want the rest.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') logger.warn({ error, blob }, 'a file could not be read');
    });
  };

  const router = Router();
  router.put(FILE, async (request, response) => {
    try {
      const upload = await uploadOf(request);
      const { 'content-type': type = 'application/octet-stream', 'x-file-name': name } = request.headers;
      const named = { name: fileNameOf(oneOf(name)), type: type.slice(0, 100) };
      response.json(answerOf(await files.put(upload, named)));
    } catch (error) {
      throw refusalOf(error);
    }
  });
  router.put(`${FILE}/thumbnail`, async (request, response) => {
    try {
      response.json(answerOf(await files.putThumbnail(await uploadOf(request))));
    } catch (error) {
      throw refusalOf(error);
    }
  });
  router.get(FILE, async (request, response) => {
    const record = await recordFor(request);
    await send(request, response, record, record.name);
  });
  router.get(`${FILE}/thumbnail`, async (request, response) => {
    const { thumbnail, name } = await recordFor(request);
    if (thumbnail === undefined) throw noSuchFile();
    await send(request, response, thumbnail, name);
  });
  return router;
};

const answerOf = ({ fileId, type, bytes }: FileRecord): FileAnswer => ({ fileId, type, bytes });

const oneOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

/** A small body may hold a large one: files come as they are. */
const refuseEncoded = (request: Request<Params>): void => {
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity') throw new Refusal('unsupported-media-type', 'Send the file as it is, not compressed.');
};

/** The body; where somebody stops reading it, the connection stays for the answer. */
async function* arriving(request: Request<Params>): AsyncGenerator<Uint8Array> {
  try {
    yield* request.iterator({ destroyOnReturn: false });
  } catch {
    throw new Refusal('invalid', 'The file did not arrive whole.');
  }
}
