import type { EntryId, IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { Confidence, WrittenKind } from '@sitrep/shared/timeline/values';
import * as z from 'zod/mini';
import { fromLocalInput, localInput } from '../../../widgets/time-format.ts';

/** An edit that is being written, with what its writer had before their eyes when they began. */
const EditDraft = z.object({
  text: z.string(),
  kind: WrittenKind,
  confidence: z.optional(Confidence),
  /** As the field for a time holds it. */
  happened: z.string(),
  base: z.object({ revision: z.int(), text: z.string(), happenedAt: z.number() }),
});
export type EditDraft = z.output<typeof EditDraft>;

/** Of this user alone: another one at the same browser never sees it. */
export const editDraftKey = (user: UserId, incident: IncidentId, entry: EntryId): string =>
  `sitrep:${user}:${incident}:edit:${entry}`;

export const draftOf = ({ text, kind, confidence, happenedAt, revision }: WrittenEntry): EditDraft => ({
  text,
  kind,
  ...(confidence === undefined ? {} : { confidence }),
  happened: localInput(happenedAt),
  base: { revision, text, happenedAt },
});

/** A stored draft; nothing for what is none. */
export const parseEditDraft = (stored: string | undefined): EditDraft | undefined => {
  if (stored === undefined) return undefined;
  try {
    return EditDraft.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
};

/** Whether the entry says something else by now than when the writing began. */
export const isStale = ({ base }: EditDraft, entry: WrittenEntry): boolean =>
  entry.revision !== base.revision || entry.text !== base.text;

/** What the command takes of it, over what the entry says now. */
export const editOf = ({ text, kind, confidence, happened, base }: EditDraft, entry: WrittenEntry) => {
  const at = fromLocalInput(happened);
  // The field has no milliseconds: untouched means unchanged.
  const moved = at !== undefined && happened !== localInput(base.happenedAt);
  return {
    baseRevision: entry.revision,
    text,
    kind,
    confidence: confidence ?? null,
    ...(moved ? { happenedAt: at } : {}),
  };
};
