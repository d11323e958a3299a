const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in at most two units; `key` names the message that words it. */
export type Age =
  | { readonly key: 'seconds'; readonly seconds: number }
  | { readonly key: 'minutes'; readonly minutes: number }
  | { readonly key: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly key: 'days'; readonly days: number; readonly hours: number };

export const ageOf = (ms: number): Age => {
  const length = Math.max(0, ms);
  if (length < MINUTE) return { key: 'seconds', seconds: Math.floor(length / SECOND) };
  if (length < HOUR) return { key: 'minutes', minutes: Math.floor(length / MINUTE) };
  if (length < DAY) {
    return { key: 'hours', hours: Math.floor(length / HOUR), minutes: Math.floor((length % HOUR) / MINUTE) };
  }
  return { key: 'days', days: Math.floor(length / DAY), hours: Math.floor((length % DAY) / HOUR) };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `00:41:07`; hours go on counting, so that the width changes only after four days. */
export const clockOf = (ms: number): string => {
  const length = Math.max(0, ms);
  const hours = Math.floor(length / HOUR);
  return `${two(hours)}:${two(Math.floor((length % HOUR) / MINUTE))}:${two(Math.floor((length % MINUTE) / SECOND))}`;
};

/** `03:12:08Z` */
export const utcClock = (at: number): string => `${new Date(at).toISOString().slice(11, 19)}Z`;

/** `2026-11-20 03:12:08Z` */
export const utcStamp = (at: number): string => `${new Date(at).toISOString().slice(0, 10)} ${utcClock(at)}`;

/** The day in the reader's zone, as a key that sorts: `2026-11-20`. */
export const localDay = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** `03:12` or `03:12:08` in the reader's zone. */
export const localClock = (at: number, seconds = false): string => {
  const date = new Date(at);
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return seconds ? `${minutes}:${two(date.getSeconds())}` : minutes;
};

/** `UTC+01:00`: how far the reader's zone is from UTC at that moment. */
export const offsetOf = (at: number): string => {
  const minutes = -new Date(at).getTimezoneOffset();
  const length = Math.abs(minutes);
  if (length === 0) return 'UTC';
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(length / 60))}:${two(length % 60)}`;
};

/** `2026-11-20 04:12:08 UTC+01:00 · 03:12:08Z`: in the reader's zone, and in UTC with the day where that is another. */
export const bothStamps = (at: number): string => {
  const offset = offsetOf(at);
  if (offset === 'UTC') return utcStamp(at);
  const utc = localDay(at) === new Date(at).toISOString().slice(0, 10) ? utcClock(at) : utcStamp(at);
  return `${localDay(at)} ${localClock(at, true)} ${offset} · ${utc}`;
};

/** For a `datetime-local` input, in the reader's zone. */
export const localInput = (at: number): string => `${localDay(at)}T${localClock(at, true)}`;

/** Back from a `datetime-local` input; nothing for what is no time. */
export const fromLocalInput = (value: string): number | undefined => {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? undefined : at;
};
