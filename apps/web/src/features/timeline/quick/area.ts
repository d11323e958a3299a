import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { CustomRole, Settings } from '@sitrep/shared/settings/values';
import type { CommandDraft } from '../../../live/command-draft.ts';

/** What a line may speak of: people by handle, things in the room by their numbers. */
export type QuickContext = {
  /** UTC ms; times without a zone are the reader's. */
  readonly now: number;
  readonly incident: Incident;
  readonly parts: RoomParts;
  readonly me: UserId;
  /** Those that the settings add. */
  readonly roles?: readonly CustomRole[];
  /** As they stand; left out, as they come. */
  readonly settings?: Settings;
  /** Of an active person, without the `@`. */
  readonly personOf: (handle: string) => UserId | undefined;
};

/** A command that a line stands for, and the words under the line before it is sent: `composer.willDo.<says>`. */
export type QuickCommandEntry = {
  readonly does: 'send';
  readonly type: CommandType;
  readonly command: Readonly<Record<string, unknown>>;
  readonly says: string;
  readonly values: Readonly<Record<string, string | number>>;
};

export type AreaProblem =
  /** Not understood: answered with how it is written, `composer.syntax.<command>`. */
  | { readonly code: 'usage'; readonly command: string }
  /** `H7`, `M2`: there is none of that number. */
  | { readonly code: 'number-unknown'; readonly value: string }
  | { readonly code: 'handle-unknown'; readonly value: string };

/** For what wants more than a line: its form opens with what was typed. */
export type OpeningEntry = { readonly does: 'open'; readonly opens: 'public-update'; readonly text: string };

export type AreaEntry = QuickCommandEntry | OpeningEntry | { readonly does: 'explain'; readonly problem: AreaProblem };

/** A thing that a command may be about: `M2`, and what it is. */
export type Numbered = { readonly number: string; readonly title: string };

/** Commands of one part of the room, as they are typed. */
export type QuickArea<Name extends string = string> = {
  readonly names: readonly Name[];
  /** `rest`: what stands behind the command. */
  parse(name: Name, rest: string, context: QuickContext): AreaEntry;
  /** What the command can be about just now, for completion; the nearest to being done first. */
  numbered?(name: Name, parts: RoomParts): readonly Numbered[];
};

export const sends = <T extends CommandType>(
  type: T,
  command: Omit<CommandDraft<T>, 'incidentId'>,
  says: string,
  values: Readonly<Record<string, string | number>> = {},
): QuickCommandEntry => ({ does: 'send', type, command, says, values });

export const usage = (command: string): AreaEntry => ({ does: 'explain', problem: { code: 'usage', command } });

/** `M2`, `m2` or `2` → 2; nothing for what is no number. */
export const numberIn = (word: string, letter: string): number | undefined => {
  const [, digits] = new RegExp(`^${letter}?(\\d{1,6})$`, 'iu').exec(word) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** `10m`, `90s`, `2h` → ms; nothing for what is no duration. */
export const durationIn = (word: string): number | undefined => {
  const [, digits, unit] = /^(\d{1,4})(s|m|min|h)$/iu.exec(word) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const ms = { s: 1_000, m: 60_000, min: 60_000, h: 3_600_000 }[unit.toLowerCase()] ?? 0;
  return Number(digits) * ms;
};

export const firstWord = (text: string): [word: string, rest: string] => {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  return [word, rest];
};

export type LeadingWords = {
  readonly handle?: string;
  readonly forMs?: number;
  /** What stands behind them. */
  readonly text: string;
};

/** `@bo` and `10m` in front, in any order, each once and not needed. */
export const leadingWords = (text: string, known: Omit<LeadingWords, 'text'> = {}): LeadingWords => {
  const [word, after] = firstWord(text);
  if (known.handle === undefined && /^@./u.test(word)) {
    return leadingWords(after, { ...known, handle: word.slice(1).toLowerCase() });
  }
  const forMs = known.forMs === undefined ? durationIn(word) : undefined;
  return forMs === undefined ? { ...known, text } : leadingWords(after, { ...known, forMs });
};
