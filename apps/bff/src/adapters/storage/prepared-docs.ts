import type { DocChange } from '../../ports/doc-store.ts';

/** `json` is null where the document is to be removed. */
export type PreparedDoc = { readonly collection: string; readonly key: string; readonly json: string | null };

const LONE_SURROGATE = /\p{Surrogate}/u;

/** @throws TypeError for a name or value that could not be given back unchanged. */
export function prepareDocs(changes: readonly DocChange[]): PreparedDoc[] {
  return changes.map(({ collection, key, value }) => {
    if (LONE_SURROGATE.test(collection) || LONE_SURROGATE.test(key)) {
      throw new TypeError('collection and key of a document are well-formed text');
    }
    if (value === null) return { collection, key, json: null };
    const json: string | undefined = JSON.stringify(value);
    if (json === undefined) throw new TypeError(`the document ${collection}/${key} is not JSON`);
    return { collection, key, json };
  });
}
