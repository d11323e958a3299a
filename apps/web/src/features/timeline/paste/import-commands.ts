import type { EntryId, ImportId, UserId } from '@sitrep/shared/kernel/ids';
import { ENTRIES_AT_ONCE } from '@sitrep/shared/timeline/commands';
import type { SaidBy } from '@sitrep/shared/timeline/events';
import type { ImportRow } from './import-rows.ts';

type Ports = { readonly newId: () => string; readonly me: UserId };

const LONGEST_NAME = 120;

/** The chosen lines; of one import, however many commands it takes, so that it can be taken back as one. */
export const importCommands = (rows: readonly ImportRow[], { newId, me }: Ports) => {
  const importId = newId() as ImportId;
  const entries = rows
    .filter(({ taken, problem }) => taken && problem === undefined)
    .map((row) => {
      const saidBy = saidByOf(row, me);
      return {
        entryId: newId() as EntryId,
        kind: row.kind,
        text: row.text,
        ...(row.at === undefined ? {} : { happenedAt: row.at }),
        ...(saidBy === undefined ? {} : { saidBy }),
      };
    });
  return Array.from({ length: Math.ceil(entries.length / ENTRIES_AT_ONCE) }, (_, part) => ({
    importId,
    entries: entries.slice(part * ENTRIES_AT_ONCE, (part + 1) * ENTRIES_AT_ONCE),
  }));
};

const saidByOf = ({ person, who }: ImportRow, me: UserId): SaidBy | undefined => {
  if (person !== undefined) return person.id === me ? undefined : { userId: person.id };
  const name = who.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);
  return name === '' ? undefined : { name };
};
