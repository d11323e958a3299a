import type { Router } from 'express';
import type { Core } from '../../core.ts';
import type { VisibleRoom } from '../../http/visible-room.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Logger } from '../../ports/logger.ts';
import { fileRoutes } from './file-routes.ts';
import { FileUsage } from './file-usage.ts';
import { Files } from './files.ts';
import { Sweep } from './sweep.ts';
import { UploadRate } from './upload-rate.ts';

export type IncidentFiles = { readonly routes: Router; readonly sweep: Sweep };

type Deps = {
  readonly core: Pick<Core, 'log' | 'docs' | 'clock' | 'ids'>;
  readonly blobs: BlobStore;
  readonly visibleRoom: VisibleRoom;
  readonly logger: Logger;
};

export const createFiles = ({ core, blobs, visibleRoom, logger }: Deps): IncidentFiles => {
  const { log, docs, clock, ids } = core;
  const usage = new FileUsage(docs);
  const files = new Files({ docs, blobs, clock, ids, usage });
  return {
    routes: fileRoutes({ files, blobs, rate: new UploadRate(clock), visibleRoom, logger }),
    sweep: new Sweep({ log, docs, blobs, clock, logger, usage }),
  };
};
