import type { OutboxEntry, OutboxItem, Progress } from './outbox-item.ts';

const byOrder = (a: OutboxItem, b: OutboxItem): number =>
  (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);

const progressOf = (item: OutboxItem, known: OutboxEntry | undefined): Progress => {
  if (item.problem !== undefined) return { step: 'refused', problem: item.problem };
  return known === undefined || known.progress.step === 'refused' ? { step: 'waiting' } : known.progress;
};

/** What is on disk, together with what this tab knows beyond it. */
export const withStored = (
  entries: readonly OutboxEntry[],
  stored: readonly OutboxItem[],
  done: ReadonlySet<string>,
): readonly OutboxEntry[] => {
  const known = new Map(entries.map((entry) => [entry.commandId, entry]));
  const standing = stored.filter(({ commandId }) => !done.has(commandId));
  const onDisk = new Set(standing.map(({ commandId }) => commandId));
  // What never came to the disk is known here alone.
  const kept = entries.filter(
    ({ commandId, progress, order }) =>
      !onDisk.has(commandId) && (progress.step === 'accepted' || (order === undefined && !done.has(commandId))),
  );
  const read = standing.map((item) => ({ ...item, progress: progressOf(item, known.get(item.commandId)) }));
  return [...read, ...kept].toSorted(byOrder);
};

export const withEntry = (
  entries: readonly OutboxEntry[],
  commandId: string,
  change: (entry: OutboxEntry) => OutboxEntry | undefined,
): readonly OutboxEntry[] =>
  entries.flatMap((entry) => (entry.commandId === commandId ? (change(entry) ?? []) : [entry]));

/** The next to send: on disk, not refused, and written by a page that this one understands. */
export const nextToSend = (entries: readonly OutboxEntry[], protocol: number): OutboxEntry | undefined => {
  const first = entries.find(({ progress }) => isWaiting(progress));
  return first?.order === undefined || first.protocol > protocol ? undefined : first;
};

/**
 * Edits that were written on top of one that is refused. Sent, they could match what somebody else made of the entry,
 * and overwrite it unseen.
 */
export const builtOn = (refused: OutboxItem, entries: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  refused.type === 'timeline.edit-entry'
    ? entries.filter(
        ({ type, commandId, command, progress }) =>
          type === 'timeline.edit-entry' &&
          commandId !== refused.commandId &&
          entryIdOf(command) === entryIdOf(refused.command) &&
          isWaiting(progress),
      )
    : [];

/** Whether anything that was written later, and waits too, is about the same: without this one it would be refused. */
export const isBuiltOn = (entry: OutboxEntry, entries: readonly OutboxEntry[]): boolean => {
  const about = new Set(thingsOf(entry.command));
  return entries
    .slice(entries.indexOf(entry) + 1)
    .some(({ command, progress }) => isWaiting(progress) && thingsOf(command).some((id) => about.has(id)));
};

type Things = { readonly entryId?: string; readonly importId?: string; readonly entries?: readonly Things[] };

const thingsOf = (command: unknown): readonly string[] => {
  const { entryId, importId, entries = [] } = command as Things;
  return [entryId, importId, ...entries.map((entry) => entry.entryId)].filter((id) => id !== undefined);
};

export const isWaiting = ({ step }: Progress): boolean => step === 'waiting' || step === 'unsent';

const entryIdOf = (command: unknown): unknown => (command as { readonly entryId?: unknown }).entryId;

/** As it goes to disk. */
export const itemOf = ({ progress, ...item }: OutboxEntry): OutboxItem => {
  const { problem: _former, ...rest } = item;
  return progress.step === 'refused' ? { ...rest, problem: progress.problem } : rest;
};
