import type { ClockRef } from '../../clocks/events.ts';
import { clockKey } from '../../clocks/state.ts';
import type { Settings } from '../../settings/values.ts';
import { acknowledgeClock, longCommandClock, postmortemClock } from './incident-clocks.ts';
import { running, type ClockedRoom, type RunningClock } from './running-clock.ts';
import { timers } from './timers.ts';
import { updateClocks } from './update-clocks.ts';
import { watchdogs } from './watchdogs.ts';

/** Every clock that runs in this incident, the one that is due first in front. `docs/spec/clocks.md` tells of each. */
export const clocksOf = (room: ClockedRoom, settings: Settings): readonly RunningClock[] =>
  [
    ...acknowledgeClock(room, settings),
    ...updateClocks(room, settings),
    ...postmortemClock(room, settings),
    ...watchdogs(room, settings),
    ...timers(room),
    ...longCommandClock(room, settings),
  ]
    .map((clock) => running(clock, room.clocks))
    .toSorted((a, b) => a.dueAt - b.dueAt || (clockKey(a) < clockKey(b) ? -1 : 1));

/** One that was started anew is another. */
export const isSame = (one: ClockRef, other: ClockRef): boolean =>
  one.startedAt === other.startedAt && clockKey(one) === clockKey(other);

export const clockMeant = (clocks: readonly RunningClock[], ref: ClockRef): RunningClock | undefined =>
  clocks.find((clock) => isSame(clock, ref));
