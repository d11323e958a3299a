const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly (readonly [string, number])[] = [
  ['h', HOUR],
  ['min', MINUTE],
  ['s', 1_000],
];
const PART = /(\d+(?:[.,]\d+)?)\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)/giu;
const LETTERS: Readonly<Record<string, number>> = { s: 1_000, m: MINUTE, h: HOUR, d: DAY };

/** What nothing follows from is a dash. */
export const NONE = '–';

/** `20 min`, `1 h 30 min`: as people write it, and as `parseDuration` reads it. */
export const durationText = (ms: number): string => {
  let rest = ms;
  const parts = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return parts.length === 0 ? '0 s' : parts.join(' ');
};

/** ms; a number alone is minutes. Nothing for what is no duration. */
export const parseDuration = (text: string): number | undefined => {
  const asked = text.trim().toLowerCase();
  if (/^\d+$/u.test(asked)) return Number(asked) * MINUTE;
  if (asked === '' || asked.replaceAll(PART, '').trim() !== '') return undefined;
  const ms = [...asked.matchAll(PART)].reduce(
    (sum, [, number = '0', unit = '']) => sum + Number(number.replace(',', '.')) * (LETTERS[unit.slice(0, 1)] ?? 0),
    0,
  );
  return Math.round(ms);
};

/** Nothing at all, said in any of the ways that people say it. */
export const saysNone = (text: string): boolean =>
  ['', '-', NONE, '—', 'none', 'no', 'never'].includes(text.trim().toLowerCase());

export type HeldWithin = { readonly days: number; readonly working: boolean };

export const daysText = ({ days, working }: HeldWithin): string =>
  `${days} ${working ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`;

/** `5 working days`, `3 d`. */
export const parseDays = (text: string): HeldWithin | undefined => {
  const found = /^(\d{1,2})\s*(working\s+|w)?\s*(?:days?|d)?$/iu.exec(text.trim());
  const days = Number(found?.[1] ?? 0);
  return found === null || days < 1 ? undefined : { days, working: found[2] !== undefined };
};

/** `09:00` for minutes after midnight, and back. */
export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
export const parseClock = (text: string): number | undefined => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/u.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours === undefined || Number(minutes) > 59 || total >= 24 * 60 ? undefined : total;
};
