import { Refusal } from '@sitrep/shared/kernel/errors';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { sizeWords } from '../../http/take-body.ts';
import type { DocStore } from '../../ports/doc-store.ts';
import { allFiles, type FileRecord } from './file-record.ts';

export const MAX_INCIDENT_BYTES = 500 * 1024 * 1024;

/** Takes what was really stored instead of what was set aside. */
export type Settle = (storedBytes: number) => void;

/** How much the files of each incident take; read from the documents when first asked. */
export class FileUsage {
  readonly #docs: DocStore;
  #byIncident: Promise<Map<IncidentId, number>> | undefined;

  constructor(docs: DocStore) {
    this.#docs = docs;
  }

  /** Sets bytes aside, so that uploads at the same time cannot exceed the limit together. @throws Refusal `too-large` */
  async reserve(id: IncidentId, bytes: number): Promise<Settle> {
    const byIncident = await this.#load();
    const used = byIncident.get(id) ?? 0;
    if (used + bytes > MAX_INCIDENT_BYTES) {
      const left = sizeWords(Math.max(0, MAX_INCIDENT_BYTES - used));
      throw new Refusal(
        'too-large',
        `The files of an incident may have ${sizeWords(MAX_INCIDENT_BYTES)} together; ${left} are left.`,
      );
    }
    byIncident.set(id, used + bytes);
    return (stored) => void byIncident.set(id, (byIncident.get(id) ?? 0) - bytes + stored);
  }

  /** Counts before the record goes: read after it, the file would be taken off twice. */
  async removing(file: FileRecord, remove: () => Promise<void>): Promise<void> {
    const byIncident = await this.#load();
    await remove();
    byIncident.set(file.incidentId, (byIncident.get(file.incidentId) ?? 0) - sizeOf(file));
  }

  #load(): Promise<Map<IncidentId, number>> {
    this.#byIncident ??= this.#read().catch((error: unknown) => {
      this.#byIncident = undefined;
      throw error;
    });
    return this.#byIncident;
  }

  async #read(): Promise<Map<IncidentId, number>> {
    const byIncident = new Map<IncidentId, number>();
    for (const file of await allFiles(this.#docs)) {
      byIncident.set(file.incidentId, (byIncident.get(file.incidentId) ?? 0) + sizeOf(file));
    }
    return byIncident;
  }
}

const sizeOf = ({ bytes, thumbnail }: FileRecord): number => bytes + (thumbnail?.bytes ?? 0);
