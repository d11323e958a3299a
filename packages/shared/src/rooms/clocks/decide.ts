import type { ClockEvent, ClockRef, NamedClock } from '../../clocks/events.ts';
import { declared, open } from '../../incidents/deciding.ts';
import type { OpenIncident } from '../../incidents/state.ts';
import type { Decide } from '../../kernel/decider.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { IncidentId } from '../../kernel/ids.ts';
import { invalid } from '../../kernel/refusals.ts';
import type { SettingsFacts } from '../../settings/values.ts';
import type { Room } from '../room.ts';
import { nextCallOutAt, unattended } from './call-outs.ts';
import { clockMeant, clocksOf, isSame } from './clocks-of.ts';
import type { RunningClock } from './running-clock.ts';

type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, Room, ClockEvent, SettingsFacts>;
/** As it comes in: what was left out may be there as nothing. */
type MeantClock = { clock: ClockRef['clock']; subject?: string | undefined; startedAt: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Far more than anybody reads. */
const CALLED_OUT_AT_ONCE = 50;

/** Decided again from what is true now: a clock that was stopped, deferred or has run out makes nothing happen. */
export const runOut: Deciding<MeantClock & { dueAt: number }> = (command, room, { now, facts }) => {
  declared(room.incident);
  const clock = clockMeant(clocksOf(room, facts.settings), refOf(command));
  if (clock === undefined || clock.ranOut !== undefined) return [];
  if (clock.dueAt !== command.dueAt || clock.dueAt > now) return [];
  const { dueAt, escalates } = clock;
  const ranOut: ClockEvent = { type: 'clock.ran-out', data: { ...named(clock), dueAt, escalates } };
  if (!escalates || room.clocks.escalated !== undefined) return [ranOut];
  return [ranOut, { type: 'escalation.raised', data: { cause: named(clock) } }];
};

export const deferClock: Deciding<
  MeantClock & { until?: number | undefined; forMs?: number | undefined; reason: string }
> = (command, room, { now, facts }) => {
  open(room.incident);
  const clock = clockMeant(clocksOf(room, facts.settings), refOf(command));
  if (clock === undefined) {
    throw new Refusal('conflict', 'This clock runs no more: it was stopped, or has started anew.', {
      current: { clock: command.clock, running: false },
    });
  }
  const until = deferredUntil(command, clock, now);
  return [{ type: 'clock.deferred', data: { ...named(clock), dueAt: clock.dueAt, until, reason: command.reason } }];
};

const deferredUntil = (
  { until, forMs }: { until?: number | undefined; forMs?: number | undefined },
  { dueAt }: RunningClock,
  now: number,
): number => {
  if ((until === undefined) === (forMs === undefined)) {
    throw invalid('until', 'Say until when, or for how long.');
  }
  const from = Math.max(now, dueAt);
  const asked = until ?? from + (forMs ?? 0);
  if (asked <= from) throw invalid('until', 'Deferring gives more time: name a moment after it is due, and after now.');
  if (asked > from + DAY) {
    throw invalid(until === undefined ? 'forMs' : 'until', 'A clock is deferred by 24 hours at most.');
  }
  return asked;
};

export const callOut: Deciding<object> = (_command, room, { now, facts }) => {
  declared(room.incident);
  const timers = unattended(room, facts.settings, now);
  if (timers.length === 0 || (nextCallOutAt(room, facts.settings) ?? Infinity) > now) return [];
  const told = timers.slice(0, CALLED_OUT_AT_ONCE).map((clock) => ({ ...named(clock), dueAt: clock.dueAt }));
  const news = !sameClocks(told, room.clocks.calledOut?.timers ?? []);
  return [{ type: 'clock.called-out', data: { timers: told, news } }];
};

const sameClocks = (some: readonly ClockRef[], others: readonly ClockRef[]): boolean =>
  some.length === others.length && some.every((clock) => others.some((other) => isSame(clock, other)));

export const escalate: Deciding<{ reason: string }> = ({ reason }, room) => {
  const incident = unresolved(room);
  const { escalated } = room.clocks;
  if (escalated !== undefined) {
    throw new Refusal('conflict', `${incident.key} is escalated already.`, { current: { escalated } });
  }
  return [{ type: 'escalation.raised', data: { reason } }];
};

export const standDown: Deciding<{ reason: string }> = ({ reason }, room) => {
  open(room.incident);
  return room.clocks.escalated === undefined ? [] : [{ type: 'escalation.ended', data: { reason } }];
};

const unresolved = ({ incident: state }: Room): OpenIncident => {
  const incident = open(state);
  if (incident.status !== 'resolved') return incident;
  throw new Refusal('conflict', `${incident.key} is resolved. Reopen it to escalate it.`, {
    current: { status: incident.status },
  });
};

const refOf = ({ clock, subject, startedAt }: MeantClock): ClockRef => ({
  clock,
  ...(subject === undefined ? {} : { subject }),
  startedAt,
});

const named = (clock: RunningClock): NamedClock =>
  clock.label === undefined ? refOf(clock) : { ...refOf(clock), label: clock.label };
