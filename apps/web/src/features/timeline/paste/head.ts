import { bareName, isCapitalised, isFullName, mayBeName } from './names.ts';
import { stampAtEnd, stampAtStart, type Found, type Stamp } from './stamp.ts';

/** What the first line of a message says. */
export type Head = { readonly stamp: Stamp; readonly who?: string; readonly text: string };

/** Whether a name is one of those who are known here. */
export type IsKnown = (name: string) => boolean;

/** `next`: the line that follows, undefined where none does. */
export const headOf = (line: string, next: string | undefined, isKnown: IsKnown): Head | undefined => {
  const start = stampAtStart(line);
  if (start !== undefined) return stampFirst(line, start, next, isKnown);
  const end = stampAtEnd(line);
  return end === undefined ? undefined : nameFirst(line, end, next, isKnown);
};

const LONGEST_NAME = 80;
const FROM = /^From\s+(\S.{0,60}?)(?:\s+to\s+\S.{0,60}?)?\s*:\s*([\s\S]*)$/;
const ANGLED = /^<([^<>\s][^<>]{0,60})>\s*([\s\S]*)$/;
const BEFORE_COLON = /^([^:<>]{1,60}):(?:\s+([\s\S]*)|$)/;

const stampFirst = (line: string, found: Found, next: string | undefined, isKnown: IsKnown): Head => {
  const { stamp } = found;
  const rest = line.slice(found.to).replace(/^\s*(?:[,:;|]|[–—-](?=\s|$))?\s*/u, '');
  const said = FROM.exec(rest) ?? ANGLED.exec(rest);
  if (said !== null && mayBeName(said[1] ?? '')) return { stamp, who: bareName(said[1] ?? ''), text: said[2] ?? '' };
  const [, name = '', text = ''] = BEFORE_COLON.exec(rest) ?? [];
  if (mayBeName(name) && (isKnown(bareName(name)) || isCapitalised(name) || found.bracketed)) {
    return { stamp, who: bareName(name), text };
  }
  // Name and time, and the words below.
  const alone = isKnown(bareName(rest)) || (found.bracketed && isFullName(rest));
  return alone && isText(next) ? { stamp, who: bareName(rest), text: '' } : { stamp, text: rest };
};

const nameFirst = (line: string, found: Found, next: string | undefined, isKnown: IsKnown): Head | undefined => {
  if (found.from > LONGEST_NAME) return undefined;
  const before = line.slice(0, found.from);
  const name = before.replace(/[\s,|([—–-]+$/u, '').trim();
  if (!mayBeName(name) || !isText(next)) return undefined;
  const apart = /(?:\s{2,}|\t|,\s*|\s[—–|-]\s*)[[(]?$/u.test(before);
  return apart || isFullName(name) || isKnown(bareName(name))
    ? { stamp: found.stamp, who: bareName(name), text: '' }
    : undefined;
};

const isText = (line: string | undefined): boolean => line !== undefined && stampAtStart(line) === undefined;
