import type { WorkingTime } from '../../settings/values.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAYS_IN_WEEK = 7;

/** UTC ms: when work begins on the first working day after the one that it is there now. Summer time is minded. */
export const nextWorkingDay = (at: number, { zone, startsAt, days }: WorkingTime): number => {
  const today = localTime(at, zone);
  for (let ahead = 1; ahead <= DAYS_IN_WEEK; ahead += 1) {
    const midnight = Date.UTC(today.year, today.month - 1, today.day + ahead);
    if (days.includes(weekdayOf(midnight))) return utcOf(midnight + startsAt * MINUTE, zone);
  }
  throw new RangeError('No day of the week is a working day.');
};

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (midnight: number): number => new Date(midnight).getUTCDay() || DAYS_IN_WEEK;

/** The moment at which clocks there show this time, written as if it were UTC. What a spring skips comes after the gap. */
const utcOf = (shown: number, zone: string): number => {
  const candidates = [shown - offsetAt(shown - DAY, zone), shown - offsetAt(shown + DAY, zone)];
  return candidates.find((at) => at + offsetAt(at, zone) === shown) ?? Math.max(...candidates);
};

/** What is to be added to UTC there at that moment, in ms. */
const offsetAt = (at: number, zone: string): number => {
  const { year, month, day, hour, minute } = localTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE) * MINUTE;
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...PARTS, timeZone: isZone(zone) ? zone : 'UTC' });
  formats.set(zone, made);
  return made;
};

const PARTS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const;

/** A browser may know fewer zones than the server that took the settings. */
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
};

type LocalTime = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>>;

const localTime = (at: number, zone: string): LocalTime =>
  Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as LocalTime;
