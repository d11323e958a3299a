import { storable } from '@sitrep/shared/kernel/text';
import type { UnreadableAlert } from '@sitrep/shared/protocol/http';
import * as z from 'zod/mini';
import type { Clock } from '../../ports/clock.ts';
import type { DocStore } from '../../ports/doc-store.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';

const COLLECTION = 'unreadable-alerts';
const KEPT = 500;
const MAX_RAW_BYTES = 64 * 1024;
const MAX_FAULT = 500;

const Stored = z.object({
  id: z.string(),
  integrationId: z.string(),
  receivedAt: z.int(),
  fault: z.string(),
  raw: z.string(),
});

export type UnreadablePage = { readonly items: readonly UnreadableAlert[]; readonly next?: string };
export type Unread = { readonly raw: string; readonly fault: string };

type Deps = { readonly docs: DocStore; readonly clock: Clock; readonly ids: IdGenerator };

/** What tools sent and nobody understood: the newest 500, so that somebody can see it and mend the sender. */
export class UnreadableAlerts {
  readonly #deps: Deps;
  /** Ids, oldest first: ids ascend with time. */
  #ids: readonly string[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async load(): Promise<void> {
    this.#ids = (await this.#deps.docs.list(COLLECTION)).map(({ key }) => key);
  }

  /** Resolves once durable. Of one body no more is written than is kept. */
  keep(integrationId: string, unread: readonly Unread[]): Promise<void> {
    if (unread.length === 0) return Promise.resolve();
    const kept = unread.slice(-KEPT).map(({ raw, fault }) => ({
      id: this.#deps.ids.id(),
      integrationId,
      receivedAt: this.#deps.clock.now(),
      fault: storable(fault).slice(0, MAX_FAULT),
      raw: bounded(raw),
    }));
    const write = this.#writing.then(() => this.#write(kept));
    // One that fails must not stop those after it.
    this.#writing = write.catch(() => undefined);
    return write;
  }

  /** Newest first. @param before id of the last one on the page before */
  async page(limit: number, before?: string): Promise<UnreadablePage> {
    const ids = before === undefined ? this.#ids : this.#ids.filter((id) => id < before);
    const chosen = ids.slice(-limit).toReversed();
    const docs = await Promise.all(chosen.map((id) => this.#deps.docs.get(COLLECTION, id)));
    const items = docs.flatMap((doc) => Stored.safeParse(doc).data ?? []);
    const last = chosen.at(-1);
    return last === undefined || ids.length <= chosen.length ? { items } : { items, next: last };
  }

  async #write(kept: readonly UnreadableAlert[]): Promise<void> {
    const ids = [...this.#ids, ...kept.map(({ id }) => id)];
    const outdated = ids.splice(0, Math.max(0, ids.length - KEPT));
    await this.#deps.docs.write([
      ...kept.map((value) => ({ collection: COLLECTION, key: value.id, value })),
      ...outdated.map((key) => ({ collection: COLLECTION, key, value: null })),
    ]);
    this.#ids = ids;
  }
}

const bounded = (raw: string): string => {
  const text = storable(raw.slice(0, MAX_RAW_BYTES));
  const bytes = Buffer.from(text);
  return bytes.length <= MAX_RAW_BYTES ? text : storable(bytes.subarray(0, MAX_RAW_BYTES - 3).toString());
};
