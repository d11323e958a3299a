import { scalarText } from './foreign-value.ts';

const LONGEST = 64;
const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)? ?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)?$/i;
const NUMBER = /^\d{1,25}(?:\.\d{1,12})?$/;

// Below lies "not set" (0001-01-01, 0, -1), above a mistake in the unit.
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(9999, 11, 31);

/** Divisors of the units in use, by size: seconds, ms, µs, ns. No two can be mistaken between the years 2000 and 5000. */
const UNITS = [
  { below: 1e11, toMs: (value: number) => value * 1_000 },
  { below: 1e14, toMs: (value: number) => value },
  { below: 1e17, toMs: (value: number) => value / 1e3 },
  { below: Infinity, toMs: (value: number) => value / 1e6 },
];

/**
 * A time as tools write it, in UTC ms: ISO 8601 with any number of digits, without zone as UTC; seconds, ms, µs or ns
 * since 1970 as number or text. Nothing for what is no time or stands for "not set".
 */
export const toolTime = (value: unknown): number | undefined => {
  const at = timeIn(scalarText(value)?.trim() ?? '');
  return at !== undefined && at >= EARLIEST && at <= LATEST ? at : undefined;
};

/** Stands for no time at all, which is no fault: 0, -1, 0001-01-01. */
export const isUnset = (value: unknown): boolean => {
  const text = scalarText(value)?.trim() ?? '';
  const at = timeIn(text);
  return at === undefined ? /^-\d{1,25}$/.test(text) : at < EARLIEST;
};

const timeIn = (text: string): number | undefined => {
  if (text === '' || text.length > LONGEST) return undefined;
  return NUMBER.test(text) ? fromNumber(Number(text)) : fromDate(DATE_TIME.exec(text));
};

const fromNumber = (value: number): number | undefined => {
  const unit = UNITS.find(({ below }) => value < below);
  return unit === undefined ? undefined : Math.floor(unit.toMs(value));
};

const fromDate = (match: RegExpExecArray | null): number | undefined => {
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const inRange = month >= 1 && month <= 12 && hour <= 23 && minute <= 59 && second <= 60;
  const date = Date.UTC(year, month - 1, day);
  // A day that the month does not have would roll over into the next.
  if (!inRange || new Date(date).getUTCDate() !== day) return undefined;
  const ms = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const offset = (match[9] === '-' ? -1 : 1) * (Number(match[10] ?? 0) * 60 + Number(match[11] ?? 0));
  return date + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + ms;
};
