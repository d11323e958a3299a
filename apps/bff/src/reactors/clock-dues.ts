import { isDeclared } from '@sitrep/shared/incidents/state';
import { nextCallOutAt } from '@sitrep/shared/rooms/clocks/call-outs';
import { clocksOf } from '@sitrep/shared/rooms/clocks/clocks-of';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import type { Room } from '@sitrep/shared/rooms/room';
import type { Settings } from '@sitrep/shared/settings/values';
import type { Due, DueSource } from './due-source.ts';

/** Clocks that run out, and those that are called out. */
export const clockDues: DueSource = {
  dues: (room: Room, settings: Settings): readonly Due[] => {
    const { incident } = room;
    if (!isDeclared(incident) || incident.status === 'closed') return [];
    const incidentId = incident.id;
    const clocks = clocksOf(room, settings);
    const dues = clocks.filter(({ ranOut }) => ranOut === undefined).map((clock) => runsOut(incidentId, clock));
    const at = nextCallOutAt(room, settings, clocks);
    if (at === undefined) return dues;
    return [...dues, { at, type: 'clock.call-out', input: { incidentId }, parts: ['call-out', at] }];
  },
};

const runsOut = (incidentId: string, { clock, subject, startedAt, dueAt }: RunningClock): Due => ({
  at: dueAt,
  type: 'clock.run-out',
  input: { incidentId, clock, startedAt, dueAt, ...(subject === undefined ? {} : { subject }) },
  parts: [clock, subject ?? '', startedAt, dueAt],
});
