import type { EntryId, ImportId, UserId } from '@sitrep/shared/kernel/ids';
import { MAX_COMMAND_BYTES } from '@sitrep/shared/protocol/http';
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
  return inParts(entries).map((part) => ({ importId, entries: part }));
};

/** What a command holds besides its entries. */
const HEADER_BYTES = 1_000;
const utf8 = new TextEncoder();

/** Each fits into one command: long texts, or letters of several bytes, fill it sooner than their number does. */
const inParts = <Entry extends object>(entries: readonly Entry[]): readonly Entry[][] => {
  const parts: Entry[][] = [];
  let left = 0;
  for (const entry of entries) {
    const bytes = utf8.encode(`${JSON.stringify(entry)},`).length;
    let part = parts.at(-1);
    if (part === undefined || part.length >= ENTRIES_AT_ONCE || bytes > left) {
      part = [];
      parts.push(part);
      left = MAX_COMMAND_BYTES - HEADER_BYTES;
    }
    part.push(entry);
    left -= bytes;
  }
  return parts;
};

const saidByOf = ({ person, who }: ImportRow, me: UserId): SaidBy | undefined => {
  if (person !== undefined) return person.id === me ? undefined : { userId: person.id };
  const name = who.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);
  return name === '' ? undefined : { name };
};
