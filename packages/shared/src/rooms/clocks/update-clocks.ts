import type { ClockName } from '../../clocks/values.ts';
import type { Audience, Settings, SeverityPolicy } from '../../settings/values.ts';
import { lastTold } from '../../updates/state.ts';
import { dueWithin } from './due-within.ts';
import { activeIncident, running, type ClockedRoom, type RunningClock, type StartedClock } from './running-clock.ts';

type UpdateClocks = { readonly audience: Audience; readonly first: ClockName; readonly next: ClockName };

const UPDATE_CLOCKS: readonly UpdateClocks[] = [
  { audience: 'internal', first: 'first-internal-update', next: 'internal-update' },
  { audience: 'external', first: 'first-public-update', next: 'public-update' },
];

/** The first update to each audience, then the next one. */
export const updateClocks = (room: ClockedRoom, settings: Settings): readonly StartedClock[] =>
  UPDATE_CLOCKS.flatMap((clocks) => {
    const clock = updateClock(room, settings, clocks);
    return clock === undefined ? [] : [clock];
  });

/** UTC ms: when an update is due next, to whichever audience. Nothing where none is asked for. */
export const nextUpdateDueAt = (room: ClockedRoom, settings: Settings): number | undefined =>
  nextUpdate(room, settings)?.dueAt;

export const nextUpdate = (room: ClockedRoom, settings: Settings): RunningClock | undefined =>
  updateClocks(room, settings)
    .map((clock) => running(clock, room.clocks))
    .toSorted((a, b) => a.dueAt - b.dueAt)[0];

const updateClock = (
  room: ClockedRoom,
  settings: Settings,
  { audience, first, next }: UpdateClocks,
): StartedClock | undefined => {
  const active = activeIncident(room);
  if (active === undefined) return undefined;
  const { incident, since } = active;
  const policy = settings.severities[incident.severity];
  const firstWithin = audience === 'internal' ? policy.firstInternalWithin : policy.firstPublicWithin;
  const last = lastTold(room.updates, audience);
  if (last === undefined || last.publishedAt < since) {
    return firstWithin === null
      ? undefined
      : { clock: first, startedAt: since, dueAt: dueWithin(incident, since, firstWithin) };
  }
  const every = firstWithin === null ? null : intervalAt(policy, last.publishedAt - since);
  const promised = last.content.nextAt;
  const byPolicy = every === null ? undefined : dueWithin(incident, last.publishedAt, every);
  const dueAt = Math.min(byPolicy ?? Infinity, promised ?? Infinity);
  return dueAt === Infinity ? undefined : { clock: next, startedAt: last.publishedAt, dueAt };
};

/** A long incident has a calmer cadence, from the first update on that leaves after so long. */
const intervalAt = ({ updateEvery, longAfter, updateEveryLong }: SeverityPolicy, openFor: number): number | null =>
  longAfter !== null && updateEveryLong !== null && openFor >= longAfter ? updateEveryLong : updateEvery;
