import { isDeclared, type OpenIncident } from '../../incidents/state.ts';
import type { Settings } from '../../settings/values.ts';
import { dueWithin, notBeforeRaise } from './due-within.ts';
import { nextWorkingDay } from './next-working-day.ts';
import { activeIncident, type ClockedRoom, type StartedClock } from './running-clock.ts';

/** From declaring until somebody has acknowledged it. */
export const acknowledgeClock = (room: ClockedRoom, settings: Settings): readonly StartedClock[] => {
  const active = activeIncident(room);
  if (active === undefined || active.incident.milestones.acknowledged !== undefined) return [];
  const { incident, since } = active;
  const within = settings.severities[incident.severity].acknowledgeWithin;
  if (within === null) return [];
  const dueAt =
    within === 'next-working-day'
      ? notBeforeRaise(incident, since, nextWorkingDay(since, settings.workingTime))
      : dueWithin(incident, since, within);
  return [{ clock: 'acknowledge', startedAt: since, dueAt }];
};

/** From resolving until the meeting is on somebody's calendar. */
export const postmortemClock = (room: ClockedRoom, settings: Settings): readonly StartedClock[] => {
  const { incident, clocks, situation } = room;
  if (!isDeclared(incident) || incident.status !== 'resolved' || situation.postmortem !== undefined) return [];
  const within = settings.severities[incident.severity].postmortemScheduledWithin;
  if (within === null) return [];
  const startedAt = clocks.resolvedAt ?? incident.statusSince;
  return [{ clock: 'postmortem-scheduled', startedAt, dueAt: dueWithin(incident, startedAt, within) }];
};

/** From taking command until somebody else has it: then a handover is offered. */
export const longCommandClock = (room: ClockedRoom, { watchdogs }: Settings): readonly StartedClock[] => {
  const active = activeIncident(room);
  if (active === undefined || active.incident.roles.commander === undefined) return [];
  const startedAt = Math.max(commandSince(active.incident), active.since);
  return [{ clock: 'long-command', startedAt, dueAt: startedAt + watchdogs.longCommand }];
};

const commandSince = ({ lastChanges, declaredAt }: OpenIncident): number =>
  lastChanges['role/commander']?.at ?? declaredAt;
