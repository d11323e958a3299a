import type { WrittenKind } from '@sitrep/shared/timeline/values';
import { fromLocalInput, localInput } from '../../../widgets/time-format.ts';
import { guessKind } from './guess-kind.ts';
import type { KnownPerson, MatchPerson } from './match-person.ts';
import type { PastedMessage } from './parse-pasted.ts';
import { AHEAD_MS } from './place-in-time.ts';

/** What somebody corrected of one line. */
export type RowEdit = {
  readonly taken?: boolean;
  /** As the field for a time holds it. */
  readonly time?: string;
  readonly who?: string;
  readonly kind?: WrittenKind;
  readonly text?: string;
};

export type RowProblem = 'future' | 'noTime' | 'empty' | 'tooLongEntry';

export type ImportRow = {
  readonly index: number;
  readonly taken: boolean;
  readonly time: string;
  readonly at: number | undefined;
  readonly who: string;
  readonly person: KnownPerson | undefined;
  readonly kind: WrittenKind;
  readonly text: string;
  readonly duplicate: boolean;
  readonly problem: RowProblem | undefined;
};

export type Written = { readonly text: string; readonly happenedAt: number };

type Known = {
  readonly times: readonly number[];
  readonly edits: ReadonlyMap<number, RowEdit>;
  readonly match: MatchPerson;
  readonly isThere: (row: Written) => boolean;
  readonly now: number;
};

const LONGEST = 20_000;

/** The lines as they are going to be, with what is wrong with them. What is there already is not taken again. */
export const importRows = (messages: readonly PastedMessage[], known: Known): readonly ImportRow[] =>
  messages.map((message, index) => rowOf(message, index, known));

const rowOf = (message: PastedMessage, index: number, { times, edits, match, isThere, now }: Known): ImportRow => {
  const edit = edits.get(index) ?? {};
  const placed = times[index] ?? now;
  const time = edit.time ?? localInput(placed);
  // The field has no milliseconds: untouched means as it was placed.
  const at = time === localInput(placed) ? placed : fromLocalInput(time);
  const who = edit.who ?? message.who ?? '';
  // Taken for a name, and none: the words get it back.
  const text =
    edit.text ?? (edit.who === '' && message.who !== undefined ? `${message.who}: ${message.text}` : message.text);
  const duplicate = at !== undefined && isThere({ text, happenedAt: at });
  return {
    index,
    time,
    at,
    who,
    text,
    duplicate,
    taken: edit.taken ?? !duplicate,
    person: who === '' ? undefined : match(who),
    kind: edit.kind ?? guessKind(text),
    problem: problemOf(text, at, now),
  };
};

const problemOf = (text: string, at: number | undefined, now: number): RowProblem | undefined => {
  if (text.trim() === '') return 'empty';
  if (text.length > LONGEST) return 'tooLongEntry';
  if (at === undefined) return 'noTime';
  return at > now + AHEAD_MS ? 'future' : undefined;
};

const SAME_MS = 60_000;

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

/** The same words within a minute: chats tell no seconds. */
export const duplicateFinder = (entries: readonly Written[]): ((row: Written) => boolean) => {
  const times = new Map<string, number[]>();
  for (const { text, happenedAt } of entries) times.set(plain(text), [...(times.get(plain(text)) ?? []), happenedAt]);
  return ({ text, happenedAt }) => (times.get(plain(text)) ?? []).some((at) => Math.abs(at - happenedAt) <= SAME_MS);
};
