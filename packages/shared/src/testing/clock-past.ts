import type { ClockName } from '../clocks/values.ts';
import type { Severity } from '../incidents/values.ts';
import { clocksOf } from '../rooms/clocks/clocks-of.ts';
import type { RunningClock } from '../rooms/clocks/running-clock.ts';
import type { Room } from '../rooms/room.ts';
import { DEFAULT_SETTINGS, type Audience, type Settings } from '../settings/values.ts';
import { testId } from './cast.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from './history.ts';
import { INCIDENT, declaredAs } from './incident-past.ts';

/** So many minutes after `T0`. */
export const minute = (minutes: number): number => T0 + minutes * MINUTE;
export const at = (minutes: number, past: Past): Past => ({ ...past, at: minute(minutes) });

export const declaredWith = (severity: Severity, more: Parameters<typeof declaredAs>[0] = {}): Past =>
  at(0, declaredAs({ ...more, severity }));

export const published = (audience: Audience, minutes: number, nextAt?: number): readonly Past[] => {
  const updateId = testId(0x5000 + minutes * 2 + Number(audience === 'external'));
  const content = { text: 'Payments fail.', components: [], ...(nextAt === undefined ? {} : { nextAt }) };
  return [
    at(minutes, { type: 'update.drafted', data: { updateId, number: 1, audience, content } }),
    at(minutes, { type: 'update.published', data: { updateId, audience, content }, by: 'system/updates' }),
  ];
};

export const severityMoved = (minutes: number, from: Severity, to: Severity): Past =>
  at(minutes, { type: 'incident.severity-changed', data: { from, to } });

export const resolvedAt = (minutes: number): Past =>
  at(minutes, { type: 'incident.status-changed', data: { from: 'mitigating', to: 'resolved' } });

export const reopenedAt = (minutes: number): Past =>
  at(minutes, { type: 'incident.reopened', data: { from: 'resolved', reason: 'it is back' } });

export const ranOutAt = (minutes: number, clock: RunningClock | undefined): Past => {
  if (clock === undefined) throw new Error('No such clock runs.');
  const { startedAt, dueAt, escalates } = clock;
  const { subject } = clock;
  const ref = { clock: clock.clock, startedAt, ...(subject === undefined ? {} : { subject }) };
  return at(minutes, { type: 'clock.ran-out', data: { ...ref, dueAt, escalates }, by: 'system/clocks' });
};

export const roomOf = (past: readonly Past[]): Room => {
  const stream = `incident/${INCIDENT}` as const;
  return foldFrozen(stream, recordedIn(stream, past)) as Room;
};

export const clockIn = (
  past: readonly Past[],
  name: ClockName,
  settings: Settings = DEFAULT_SETTINGS,
): RunningClock | undefined => clocksOf(roomOf(past), settings).find(({ clock }) => clock === name);

/** When it starts and is due, in minutes after `T0`; nothing where it does not run. */
export const span = (
  past: readonly Past[],
  name: ClockName,
  settings?: Settings,
): readonly [number, number] | undefined => {
  const clock = clockIn(past, name, settings);
  return clock && [(clock.startedAt - T0) / MINUTE, (clock.dueAt - T0) / MINUTE];
};

export const namesIn = (past: readonly Past[], settings: Settings = DEFAULT_SETTINGS): readonly ClockName[] =>
  clocksOf(roomOf(past), settings).map(({ clock }) => clock);
