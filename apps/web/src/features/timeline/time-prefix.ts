const DAY = 86_400_000;
// As the core tolerates it: a clock that runs a little ahead.
const AHEAD = 5 * 60_000;

const PREFIX = /^at\s+(?:(\d{4}-\d{2}-\d{2})[\sT]+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(Z?)(?=[\s,:]|$)[\s,:]*([\s\S]*)$/i;
// Only what begins like a time is taken for one: "at the same moment" is text.
const LIKE_A_TIME = /^at\s+(\d\S*)/i;

type Timed = { readonly rest: string; readonly at?: number; readonly unknown?: string };

/**
 * `at 14:35 …` (the reader's zone), `at 14:35Z …` (UTC), `at 2026-11-20 14:35 …`. A time of day that has not come yet
 * was yesterday's.
 */
export const timePrefix = (text: string, now: number): Timed => {
  const match = PREFIX.exec(text);
  if (match === null) {
    const [, like] = LIKE_A_TIME.exec(text) ?? [];
    return like === undefined || !like.includes(':') ? { rest: text } : { rest: text, unknown: like };
  }
  const [, day, hours = '', minutes = '', seconds = '0', zone = '', rest = ''] = match;
  const utc = zone !== '';
  const parts = [Number(hours), Number(minutes), Number(seconds)] as const;
  const at = day === undefined ? today(parts, utc, now) : onDay(day, parts, utc);
  return at === undefined || at > now + AHEAD
    ? { rest: text, unknown: text.slice(3, text.length - rest.length).trim() }
    : { rest, at };
};

type Parts = readonly [hours: number, minutes: number, seconds: number];

const inRange = ([hours, minutes, seconds]: Parts): boolean => hours < 24 && minutes < 60 && seconds < 60;

const today = (parts: Parts, utc: boolean, now: number): number | undefined => {
  if (!inRange(parts)) return undefined;
  const date = new Date(now);
  if (utc) date.setUTCHours(...parts, 0);
  else date.setHours(...parts, 0);
  const at = date.getTime();
  if (at <= now + AHEAD) return at;
  if (utc) return at - DAY;
  // Through the calendar, not by 24 hours: days of a clock change are longer or shorter.
  date.setDate(date.getDate() - 1);
  return date.getTime();
};

const onDay = (day: string, parts: Parts, utc: boolean): number | undefined => {
  if (!inRange(parts)) return undefined;
  const [hours, minutes, seconds] = parts.map((part) => String(part).padStart(2, '0'));
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}${utc ? 'Z' : ''}`).getTime();
  return Number.isNaN(at) ? undefined : at;
};
