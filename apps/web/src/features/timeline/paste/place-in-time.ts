import type { PastedMessage } from './parse-pasted.ts';
import type { WrittenDate } from './stamp.ts';

export type PasteZone = 'mine' | 'utc';

export type Placing = {
  readonly zone: PasteZone;
  /** Day of the first message, for a text that says none: `2026-11-20`. */
  readonly day: string;
  readonly now: number;
};

type Day = { readonly year: number; readonly month: number; readonly day: number };

// The clock of a text that goes back further than this has passed midnight; by less, lines are out of order.
const BACK_MS = 3 * 3_600_000;
// As the core tolerates it.
export const AHEAD_MS = 5 * 60_000;

/** UTC ms of each message. Its own day and zone count for more than those that were chosen. */
export const placeInTime = (messages: readonly PastedMessage[], { zone, day, now }: Placing): readonly number[] => {
  const dayFirst = isDayFirst(messages);
  const today = dayAt(now, zone);
  let current = parseDay(day) ?? today;
  let lastClock: number | undefined;
  let lastDate: WrittenDate | undefined;
  return messages.map(({ stamp, day: said }) => {
    const date = stamp.date ?? (said === lastDate ? undefined : said);
    lastDate = said;
    if (date !== undefined) current = dayOf(date, today, dayFirst);
    else if (lastClock !== undefined && lastClock - stamp.clock > BACK_MS) current = shifted(current, 1);
    lastClock = stamp.clock;
    return instant(current, stamp.clock, stamp.offset, zone);
  });
};

/** The latest day on which nothing of the text lies in the future. */
export const likelyDay = (messages: readonly PastedMessage[], zone: PasteZone, now: number): string => {
  let day = dayAt(now, zone);
  for (let back = 0; back < 31; back += 1) {
    const latest = Math.max(...placeInTime(messages, { zone, day: dayKey(day), now }));
    if (latest <= now + AHEAD_MS) break;
    day = shifted(day, -1);
  }
  return dayKey(day);
};

/** Whether the text leaves the day of its first message open. */
export const needsDay = ([first]: readonly PastedMessage[]): boolean =>
  first !== undefined && first.stamp.date === undefined && first.day === undefined;

export const needsZone = (messages: readonly PastedMessage[]): boolean =>
  messages.some(({ stamp }) => stamp.offset === undefined);

/** 20/11 can only be a day and a month. Where all could be either, people who write am and pm put the month first. */
const isDayFirst = (messages: readonly PastedMessage[]): boolean => {
  const dates = messages.flatMap(({ stamp, day }) => [stamp.date, day]).filter((date) => date?.form === 'numbers');
  if (dates.some(({ first }) => first > 12)) return true;
  if (dates.some(({ second }) => second > 12)) return false;
  return !messages.some(({ stamp }) => stamp.twelveHours);
};

const dayOf = (date: WrittenDate, today: Day, dayFirst: boolean): Day => {
  if (date.form === 'ago') return shifted(today, -date.days);
  if (date.form === 'weekday') return shifted(today, -((weekdayOf(today) - date.weekday + 7) % 7));
  const [day, month] =
    date.form === 'known' ? [date.day, date.month] : dayFirst ? [date.first, date.second] : [date.second, date.first];
  const year = date.year ?? today.year;
  const found = { year, month, day };
  // Without a year it was the last such day.
  return date.year === undefined && dayKey(found) > dayKey(shifted(today, 1)) ? { ...found, year: year - 1 } : found;
};

const dayAt = (at: number, zone: PasteZone): Day => {
  const date = new Date(at);
  return zone === 'utc'
    ? { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    : { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
};

const instant = ({ year, month, day }: Day, clock: number, offset: number | undefined, zone: PasteZone): number => {
  if (offset !== undefined) return Date.UTC(year, month - 1, day) + clock - offset * 60_000;
  if (zone === 'utc') return Date.UTC(year, month - 1, day) + clock;
  // Through the calendar: days of a clock change are longer or shorter.
  return new Date(year, month - 1, day, 0, 0, 0, clock).getTime();
};

const shifted = ({ year, month, day }: Day, days: number): Day => {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

const two = (value: number): string => String(value).padStart(2, '0');
const dayKey = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

const parseDay = (key: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(key) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
};
