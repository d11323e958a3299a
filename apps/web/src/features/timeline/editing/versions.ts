import type { Revision, WrittenEntry } from '@sitrep/shared/timeline/state';

export type Version = Revision & {
  readonly number: number;
  /** The text that it replaced; nothing for the first. */
  readonly former?: Revision;
};

/** Every text that an entry had, the one it has now first. */
export const versionsOf = (entry: WrittenEntry): readonly Version[] => {
  const { kind, text, happenedAt, confidence } = entry;
  const now: Revision = {
    kind,
    text,
    happenedAt,
    ...(confidence === undefined ? {} : { confidence }),
    at: entry.editedAt ?? entry.recordedAt,
    by: entry.editedBy ?? entry.by,
  };
  const all = [...entry.history, now];
  return all
    .map((revision, index): Version => {
      const former = all[index - 1];
      return { ...revision, number: index + 1, ...(former === undefined ? {} : { former }) };
    })
    .toReversed();
};
