import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocStore } from '../../ports/doc-store.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Logger } from '../../ports/logger.ts';
import { doneUpload, droppedFile, findFile, openUploads, type FileRecord, type Upload } from './file-record.ts';
import type { FileUsage } from './file-usage.ts';

export const SWEEP_AFTER_MS = 24 * 3_600_000;
const EVERY_MS = 24 * 3_600_000;

export type SweepDeps = {
  readonly log: EventLog;
  readonly docs: DocStore;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly usage: FileUsage;
};

/** Removes what was uploaded and never shown in an entry, and what a crash has left, once a day. */
export class Sweep {
  readonly #deps: SweepDeps;
  #cancel = (): void => undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: SweepDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#running = this.#running.then(() => this.#run());
    this.#cancel = this.#deps.clock.after(EVERY_MS, () => this.start());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#running;
  }

  /** Resolves when the sweep that is under way, if any, has ended. */
  ended(): Promise<void> {
    return this.#running;
  }

  async #run(): Promise<void> {
    const { docs, clock, logger } = this.#deps;
    try {
      const old = (await openUploads(docs)).filter(({ at }) => at <= clock.now() - SWEEP_AFTER_MS);
      const timelines = new Map<IncidentId, string>();
      for (const upload of old) {
        if (this.#stopped) return;
        await this.#settle(upload, timelines);
      }
    } catch (error) {
      logger.warn({ error }, 'files that nothing shows could not be removed; tried again tomorrow');
    }
  }

  /** Each step may be the last before a crash: the next sweep goes on from there. */
  async #settle(upload: Upload, timelines: Map<IncidentId, string>): Promise<void> {
    const { docs, blobs, usage } = this.#deps;
    const file = await findFile(docs, upload);
    const holds = file !== undefined && isOf(upload, file);
    if (holds && (await this.#isShown(file, timelines))) {
      await docs.write([doneUpload(upload.blob)]);
      return;
    }
    if (holds) await usage.removing(file, () => docs.write([droppedFile(file)]));
    await blobs.remove(upload.blob);
    await docs.write([doneUpload(upload.blob)]);
  }

  /** Anything in the incident's stream that names the file counts, also what was edited or retracted since. */
  async #isShown({ incidentId, fileId }: FileRecord, timelines: Map<IncidentId, string>): Promise<boolean> {
    let timeline = timelines.get(incidentId);
    if (timeline === undefined) {
      const events = await this.#deps.log.readStream(`incident/${incidentId}`);
      timeline = events
        .filter(({ type }) => type.startsWith('timeline.'))
        .map(({ json }) => json)
        .join('\n');
      timelines.set(incidentId, timeline);
    }
    return timeline.includes(fileId);
  }
}

const isOf = ({ blob }: Upload, file: FileRecord): boolean => file.blob === blob || file.thumbnail?.blob === blob;
