import { headOf, type Head, type IsKnown } from './head.ts';
import { bareName, isFullName, mayBeName } from './names.ts';
import { onlyDate, type Stamp, type WrittenDate } from './stamp.ts';

export type PastedMessage = {
  readonly stamp: Stamp;
  /** The day that a line above said, for those that say none. */
  readonly day?: WrittenDate;
  readonly who?: string;
  readonly text: string;
  /** Lines of the pasted text, counted from 0. */
  readonly lines: readonly number[];
};

export type LeftOut = {
  readonly line: number;
  readonly text: string;
  /** `day`: it only says the day. `first`: no line before it has a time. `empty`: nothing was said. */
  readonly why: 'day' | 'first' | 'empty';
};

export type Pasted = { readonly messages: readonly PastedMessage[]; readonly leftOut: readonly LeftOut[] };

type Open = { head: Head; day: WrittenDate | undefined; text: string[]; lines: number[] };

/**
 * Takes a copied conversation or log apart. Every line that is not blank is in one message or left out: a line without
 * a time belongs to the message before it.
 */
export const parsePasted = (pasted: string, isKnown: IsKnown = () => false): Pasted => {
  const lines = pasted.split(/\r\n|\r|\n/u).map((line) => line.trimEnd());
  const leftOut: LeftOut[] = [];
  const open: Open[] = [];
  const leave = (line: number, why: LeftOut['why']): void => void leftOut.push({ line, text: lines[line] ?? '', why });
  let day: WrittenDate | undefined;

  for (const [at, line] of lines.entries()) {
    const head = headOf(line, nextText(lines, at), isKnown);
    const newDay = head === undefined ? onlyDate(line) : undefined;
    const current = open.at(-1);
    if (head !== undefined) {
      const named =
        head.who === undefined && head.text === '' ? nameAbove(lines, at, current, leftOut, isKnown) : undefined;
      const whole = named === undefined ? head : { ...head, who: named };
      open.push({ head: whole, day, text: [head.text], lines: named === undefined ? [at] : [at - 1, at] });
    } else if (newDay !== undefined) {
      day = newDay;
      leave(at, 'day');
    } else if (current !== undefined) {
      current.text.push(line);
      if (line !== '') current.lines.push(at);
    } else if (line !== '') leave(at, 'first');
  }

  const messages: PastedMessage[] = [];
  for (const message of open) {
    const text = textOf(message.text);
    if (text === '') for (const line of message.lines) leave(line, 'empty');
    else messages.push(closed(message, text));
  }
  return { messages, leftOut: leftOut.toSorted((a, b) => a.line - b.line) };
};

const nextText = (lines: readonly string[], at: number): string | undefined =>
  lines.slice(at + 1, at + 3).find((line) => line.trim() !== '');

const textOf = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();

const closed = ({ head: { stamp, who }, day, lines }: Open, text: string): PastedMessage => ({
  stamp,
  text,
  lines,
  ...(day === undefined || stamp.date !== undefined ? {} : { day }),
  ...(who === undefined || who === '' ? {} : { who }),
});

/** Some chats put the name on a line of its own, above the time: it was taken for text of the message before. */
const nameAbove = (
  lines: readonly string[],
  at: number,
  current: Open | undefined,
  leftOut: LeftOut[],
  isKnown: IsKnown,
): string | undefined => {
  const above = lines[at - 1] ?? '';
  if (!mayBeName(above)) return undefined;
  const begins = at === 1 || lines[at - 2] === '';
  if (!begins && !isFullName(above) && !isKnown(bareName(above))) return undefined;
  if (current?.lines.at(-1) === at - 1 && current.lines.length > 1) {
    current.lines.pop();
    current.text.pop();
  } else if (leftOut.at(-1)?.line === at - 1) leftOut.pop();
  else return undefined;
  return bareName(above);
};
