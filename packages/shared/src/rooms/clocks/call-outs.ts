import type { Settings } from '../../settings/values.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockedRoom, RunningClock } from './running-clock.ts';

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
  const oldest = Math.min(...waiting.map(({ ranOut, dueAt }) => Math.max(ranOut?.at ?? 0, dueAt)));
  return Math.max(room.clocks.calledOut?.at ?? 0, oldest) + settings.watchdogs.callOutEvery;
};

const isUnattended = ({ ranOut, will, escalates }: RunningClock, { clocks }: ClockedRoom): boolean =>
  ranOut !== undefined &&
  (will === 'escalate' || will === 'call-out') &&
  !(escalates && (clocks.stoodDownAt ?? 0) >= ranOut.at);
