import * as z from 'zod/mini';

// NUL and lone surrogates cannot be stored or shown everywhere; line-breaking and tab characters stay.
const UNSTORABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

/** Text without what no screen can show: control characters go, lone surrogates become U+FFFD. */
export const storable = (text: string): string =>
  text.replace(UNSTORABLE, (found) => (found >= '\ud800' ? '\ufffd' : ''));

/** One line of text: trimmed, inner whitespace collapsed, 1 to `max` UTF-16 units. */
export const line = (max: number) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => storable(text).replace(/\s+/gu, ' ').trim()),
    ),
    z.string().check(z.minLength(1), z.maxLength(max)),
  );

/** Text of several lines, trimmed at the end, 0 to `max` UTF-16 units. */
export const text = (max: number) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((value: string) => storable(value).trimEnd()),
    ),
    z.string().check(z.maxLength(max)),
  );

/** Like `text`, but something has to be there. */
export const prose = (max: number) =>
  z.pipe(text(max), z.string().check(z.refine((value) => value.trim() !== '', 'Write something first.')));

/** One line that a tool sent: mended and cut, never refused, since a refused alert is a lost one. */
export const sentLine = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((sent: string) => cut(storable(sent).replace(/\s+/gu, ' ').trim(), max)),
  );

/** Like `sentLine`, of several lines. */
export const sentText = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((sent: string) => cut(storable(sent).trimEnd(), max)),
  );

// Mended once more, since the cut may fall within a surrogate pair.
const cut = (value: string, max: number): string =>
  value.length <= max ? value : `${storable(value.slice(0, max - 1))}…`;

const YEARS = 'Expected UTC milliseconds, of the years 2000 to 9999.';
/** UTC milliseconds. Outside these years lies a mistake in the unit, not an incident. */
export const Timestamp = z.int().check(z.gte(946_684_800_000, YEARS), z.lt(253_402_300_800_000, YEARS));
