import type { Settings } from '../../settings/values.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockedRoom, RunningClock } from './running-clock.ts';

/** An incident that everybody has left must not fill the log for ever. */
const CALLED_OUT_FOR_MS = 24 * 3_600_000;

/**
 * What ran out and nobody attended to: it was not stopped or deferred, and where it escalated, nobody stood that down
 * since. It is called out to commander and deputy.
 */
export const unattended = (room: ClockedRoom, settings: Settings, now: number): readonly RunningClock[] =>
  clocksOf(room, settings).filter((clock) => isUnattended(clock, room) && clock.dueAt <= now);

/** UTC ms: when they are told again. Nothing where there is nothing to tell. */
export const nextCallOutAt = (
  room: ClockedRoom,
  settings: Settings,
  clocks: readonly RunningClock[] = clocksOf(room, settings),
): number | undefined => {
  const waiting = clocks.filter((clock) => isUnattended(clock, room));
  if (waiting.length === 0) return undefined;
  const ranOutAt = waiting.map(({ ranOut, dueAt }) => Math.max(ranOut?.at ?? 0, dueAt));
  const next = Math.max(room.clocks.calledOut?.at ?? 0, Math.min(...ranOutAt)) + settings.watchdogs.callOutEvery;
  return next <= Math.max(...ranOutAt) + CALLED_OUT_FOR_MS ? next : undefined;
};

const isUnattended = ({ ranOut, will, escalates }: RunningClock, { clocks }: ClockedRoom): boolean =>
  ranOut !== undefined &&
  (will === 'escalate' || will === 'call-out') &&
  !(escalates && (clocks.stoodDownAt ?? 0) >= ranOut.at);
