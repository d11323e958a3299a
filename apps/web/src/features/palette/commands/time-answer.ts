/** `14:35`, `14:35:02`, `2026-11-20 14:35` in the reader's zone, or `20 m`, `2 h` ago; nothing for anything else. */
export const timeMeantBy = (typed: string, now: number): number | undefined => {
  const text = typed.trim().toLowerCase();
  const ago = /^(\d{1,4})\s*(m|min|minutes?|h|hours?)(?:\s+ago)?$/.exec(text);
  if (ago !== null) return now - Number(ago[1]) * (ago[2]?.startsWith('h') ? 3_600_000 : 60_000);
  const match = /^(?:(\d{4})-(\d{2})-(\d{2})[t\s]+)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hours, minutes, seconds] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const at = new Date(now);
  if (year !== undefined) at.setFullYear(Number(year), Number(month) - 1, Number(day));
  at.setHours(Number(hours), Number(minutes), Number(seconds ?? 0), 0);
  // A time of day that is yet to come was yesterday's.
  if (year === undefined && at.getTime() > now) at.setDate(at.getDate() - 1);
  return at.getTime();
};
