import type { UserId } from '@sitrep/shared/kernel/ids';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { ProblemInfo } from './command-problem.ts';

/** A command as it waits on disk, readable by later builds of this page. */
export type OutboxItem = {
  /** Given by the storage: the order in which things were written, over all tabs. */
  readonly order?: number;
  readonly commandId: string;
  /** Sent only for the one who wrote it. */
  readonly userId: UserId;
  /** Protocol of the page that wrote it. */
  readonly protocol: number;
  readonly type: CommandType;
  /** Parsed: ids and defaults filled in. */
  readonly command: unknown;
  /** Server time, UTC ms. */
  readonly writtenAt: number;
  /** Refused with this; waits for a person to try again or let go. */
  readonly problem?: ProblemInfo;
};

/** Where an item of the outbox stands. `shown`: accepted up to `position`, until the replica has it. */
export type Progress =
  | { readonly step: 'waiting' }
  | { readonly step: 'unsent' }
  | { readonly step: 'refused'; readonly problem: ProblemInfo }
  | { readonly step: 'accepted'; readonly position: number };

export type OutboxEntry = OutboxItem & { readonly progress: Progress };

/** Fields that optimistic commands have in common, as far as they have them. */
type EntryFields = { readonly entryId?: string; readonly text?: string };

export const fieldsOf = (command: unknown): EntryFields => command as EntryFields;

/** Fields in which people write, whatever the command is. */
const WRITTEN = ['text', 'title', 'check', 'conclusion', 'result', 'seen', 'reason'] as const;

/** What somebody wrote: whatever becomes of the command, it is not lost. */
export const writtenIn = (command: unknown): string | undefined => {
  const fields = command as Readonly<Partial<Record<(typeof WRITTEN)[number], unknown>>>;
  const texts = WRITTEN.flatMap((field) => {
    const said = fields[field];
    return typeof said === 'string' && said !== '' ? [said] : [];
  });
  return texts.length === 0 ? undefined : texts.join('\n');
};
