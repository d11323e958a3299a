import type { ClockRef, NamedClock } from '../../clocks/events.ts';
import { clockKey, type Clocks, type Deferral, type RanOut } from '../../clocks/state.ts';
import type { ClockName } from '../../clocks/values.ts';
import { isDeclared, type OpenIncident } from '../../incidents/state.ts';
import type { RoomBesideTimeline } from '../room.ts';

/** What clocks are read from. */
export type ClockedRoom = RoomBesideTimeline;

/**
 * What a clock does when it runs out, besides writing an entry. `escalate`: marks the incident escalated and is called
 * out; `call-out`: is called out to commander and deputy until somebody attends to it.
 */
export type Will = 'escalate' | 'call-out' | 'offer-handover' | 'note';

export const WILL = {
  acknowledge: 'escalate',
  'first-internal-update': 'call-out',
  'first-public-update': 'call-out',
  'internal-update': 'call-out',
  'public-update': 'call-out',
  'postmortem-scheduled': 'note',
  'no-progress': 'escalate',
  'without-effect': 'escalate',
  'long-running': 'escalate',
  'critical-service': 'escalate',
  'public-attention': 'escalate',
  task: 'call-out',
  'hypothesis-test': 'call-out',
  mitigation: 'call-out',
  'long-command': 'offer-handover',
} as const satisfies Record<ClockName, Will>;

/** What starts a clock, and when it is due. */
export type StartedClock = NamedClock & { readonly dueAt: number };

/** A clock that was started and not stopped; all moments are UTC ms. */
export type RunningClock = StartedClock & {
  /** Four fifths of its time are over. Never after `dueAt`. */
  readonly amberAt: number;
  readonly will: Will;
  readonly escalates: boolean;
  /** It has run out, and does not do so again. */
  readonly ranOut?: RanOut;
  /** `dueAt` is this then. */
  readonly deferredUntil?: number;
};

const AMBER = 0.8;

/** When clocks of this incident start, where they start with it; nothing for one that nobody works on. */
export const activeIncident = (
  room: ClockedRoom,
): { readonly incident: OpenIncident; readonly since: number } | undefined => {
  const { incident, clocks } = room;
  if (!isDeclared(incident) || incident.status === 'closed' || incident.status === 'resolved') return undefined;
  return { incident, since: clocks.activeSince ?? incident.declaredAt };
};

/** With what has become of it: deferred, run out. */
export const running = (clock: StartedClock, clocks: Clocks): RunningClock => {
  const deferral = ofSameStart(clock, clocks.deferred[clockKey(clock)]);
  const ranOut = ofSameStart(clock, clocks.ranOut[clockKey(clock)]);
  const deferred = deferral !== undefined && deferral.until > clock.dueAt ? deferral : undefined;
  const dueAt = deferred?.until ?? clock.dueAt;
  const will = WILL[clock.clock];
  return {
    ...clock,
    dueAt,
    amberAt: amberOf(deferred?.at ?? clock.startedAt, dueAt),
    will,
    escalates: will === 'escalate',
    ...(ranOut === undefined || runsAgain(clock, deferred, ranOut) ? {} : { ranOut }),
    ...(deferred === undefined ? {} : { deferredUntil: deferred.until }),
  };
};

const amberOf = (from: number, dueAt: number): number => Math.round(from + Math.max(0, dueAt - from) * AMBER);

const ofSameStart = <Fate extends ClockRef>({ startedAt }: ClockRef, fate: Fate | undefined): Fate | undefined =>
  fate?.startedAt === startedAt ? fate : undefined;

/** Deferring and a longer time-box give more time; a lower severity does not, once the time was over. */
const runsAgain = (clock: StartedClock, deferred: Deferral | undefined, ranOut: RanOut): boolean =>
  (deferred !== undefined && deferred.until > ranOut.dueAt) || (clock.clock === 'task' && clock.dueAt > ranOut.dueAt);
