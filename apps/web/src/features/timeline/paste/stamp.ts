/** A date as it was written. `first` and `second`: day and month, in an order that the whole text tells. */
export type WrittenDate =
  | { readonly form: 'known'; readonly year?: number; readonly month: number; readonly day: number }
  | { readonly form: 'numbers'; readonly year?: number; readonly first: number; readonly second: number }
  | { readonly form: 'ago'; readonly days: number }
  /** The last such day, Sunday being 0. */
  | { readonly form: 'weekday'; readonly weekday: number };

/** When something was said, as far as the pasted line tells. */
export type Stamp = {
  /** Milliseconds since midnight. */
  readonly clock: number;
  readonly twelveHours: boolean;
  readonly date?: WrittenDate;
  /** Minutes east of UTC, where the line says so. */
  readonly offset?: number;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';
const DATE = [
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
  '\\d{1,2}[/.]\\d{1,2}(?:[/.](?:\\d{4}|\\d{2}))?',
  `${WEEKDAY}${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?`,
  `${WEEKDAY}\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+\\d{4})?`,
  'today',
  'yesterday',
  ...WEEKDAYS,
].join('|');
const TIME = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s?([ap])\\.?m\\b\\.?)?';
// 14:35-15:00 is no zone but a span: only behind seconds is it one.
const EAST = '(?<=:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?)\\s?([+-](?:0\\d|1[0-4])):?([0-5]\\d)(?!\\d)';
const ZONE = `(z|\\s?(?:utc|gmt))(?![a-z0-9])|${EAST}`;
const STAMP = `(?:(?<before>${DATE})(?:t|,?\\s+(?:at\\s+)?))?${TIME}(?:${ZONE})?(?:,\\s*(?<after>${DATE}))?`;

const AT_START = new RegExp(`^\\s*(?:[-*•]\\s+)?([[(]?)${STAMP}[\\])]?(?=$|[\\s,:;|<–—-])`, 'iu');
const AT_END = new RegExp(`(?<=^|[\\s[(—–])${STAMP}[\\])]?\\s*$`, 'iu');
const ONLY_DATE = new RegExp(`^[\\s\\-—–=*_]*(?:day changed(?: to)?\\s+)?(?<before>${DATE})[\\s\\-—–=*_]*$`, 'iu');

export type Found = {
  readonly stamp: Stamp;
  /** Where in the line it stands. */
  readonly from: number;
  readonly to: number;
  readonly bracketed: boolean;
};

export const stampAtStart = (line: string): Found | undefined => found(AT_START.exec(line), 1);

export const stampAtEnd = (line: string): Found | undefined => found(AT_END.exec(line), 0);

/** A line that says nothing but the day of those that follow. */
export const onlyDate = (line: string): WrittenDate | undefined => dateOf(ONLY_DATE.exec(line)?.groups?.['before']);

const found = (match: RegExpExecArray | null, skip: 0 | 1): Found | undefined => {
  if (match === null) return undefined;
  const stamp = stampOf(match, skip);
  return stamp === undefined
    ? undefined
    : { stamp, from: match.index, to: match.index + match[0].length, bracketed: skip === 1 && match[1] !== '' };
};

// Groups in their order: [bracket], before, hours, minutes, seconds, fraction, half of the day, zone, offset h, offset m.
const stampOf = (match: RegExpExecArray, skip: 0 | 1): Stamp | undefined => {
  const [hours, minutes, seconds = '0', fraction = '', half, utc, east, eastMinutes = '0'] = match.slice(2 + skip);
  const clock = clockOf(Number(hours), Number(minutes), Number(seconds), half?.toLowerCase());
  if (clock === undefined) return undefined;
  const written = match.groups?.['before'] ?? match.groups?.['after'];
  const date = dateOf(written);
  if (written !== undefined && date === undefined) return undefined;
  const offset = utc === undefined ? offsetOf(east, eastMinutes) : 0;
  return {
    clock: clock + Number(fraction.slice(0, 3).padEnd(3, '0')),
    twelveHours: half !== undefined,
    ...(date === undefined ? {} : { date }),
    ...(offset === undefined ? {} : { offset }),
  };
};

const clockOf = (hours: number, minutes: number, seconds: number, half: string | undefined): number | undefined => {
  if (minutes > 59 || seconds > 59 || hours > 23) return undefined;
  if (half !== undefined && (hours === 0 || hours > 12)) return undefined;
  const ofDay = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return ((ofDay * 60 + minutes) * 60 + seconds) * 1_000;
};

const offsetOf = (hours: string | undefined, minutes: string): number | undefined => {
  if (hours === undefined) return undefined;
  const sign = hours.startsWith('-') ? -1 : 1;
  return sign * (Math.abs(Number(hours)) * 60 + Number(minutes));
};

const dateOf = (written: string | undefined): WrittenDate | undefined => {
  if (written === undefined) return undefined;
  const text = written.toLowerCase();
  if (text === 'today') return { form: 'ago', days: 0 };
  if (text === 'yesterday') return { form: 'ago', days: 1 };
  if (WEEKDAYS.includes(text)) return { form: 'weekday', weekday: WEEKDAYS.indexOf(text) };
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const month = MONTHS.findIndex((name) => new RegExp(`(?:^|[^a-z])${name}`).test(text)) + 1;
  if (month > 0) return known(numbers[1], month, numbers[0]);
  if (/^\d{4}/.test(text)) return known(numbers[0], numbers[1], numbers[2]);
  const [first = 0, second = 0, year] = numbers;
  if (Math.max(first, second) > 31 || Math.min(first, second) > 12 || Math.min(first, second) < 1) return undefined;
  return { form: 'numbers', first, second, ...(year === undefined ? {} : { year: year < 100 ? 2_000 + year : year }) };
};

const known = (year: number | undefined, month = 0, day = 0): WrittenDate | undefined =>
  month < 1 || month > 12 || day < 1 || day > 31
    ? undefined
    : { form: 'known', month, day, ...(year === undefined ? {} : { year }) };
