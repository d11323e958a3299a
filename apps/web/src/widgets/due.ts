import { countdownClock } from '../ui/countdown-clock.ts';

/** Of a clock, as rows and rooms have it: moments only. */
export type DueMoments = { readonly amberAt: number; readonly dueAt: number };
export type DueLook = 'calm' | 'soon' | 'over';

export const dueLook = (now: number, { amberAt, dueAt }: DueMoments): DueLook => {
  if (now >= dueAt) return 'over';
  return now >= amberAt ? 'soon' : 'calm';
};

const HOUR_MS = 3_600_000;

/** What may wait until tomorrow shouts at nobody. */
export const isPressing = ({ dueAt }: Pick<DueMoments, 'dueAt'>, now: number): boolean => dueAt - now <= HOUR_MS;

/** "06:12" that is left or, once it is over, that has gone by since. */
export const dueClock = (now: number, { dueAt }: DueMoments): string => {
  const left = dueAt - now;
  return countdownClock(left > 0 ? left : Math.floor(-left / 1_000) * 1_000);
};
