import * as z from 'zod/mini';
import { ClockName } from '../../clocks/values.ts';
import type { ClockEvent } from '../../clocks/events.ts';
import { Reason } from '../../incidents/commands.ts';
import { defineCommand, incidentStream } from '../../kernel/command.ts';
import { IncidentId } from '../../kernel/ids.ts';
import { Timestamp, line } from '../../kernel/text.ts';
import { Duration, type SettingsFacts } from '../../settings/values.ts';
import type { Room } from '../room.ts';
import * as decide from './decide.ts';

const command = defineCommand<Room, ClockEvent, SettingsFacts>();

/** One clock of an incident, from one start. */
const meant = {
  incidentId: IncidentId,
  clock: ClockName,
  /** Id of the task, test or mitigation, or name of the service. */
  subject: z.optional(line(120)),
  startedAt: Timestamp,
};

export const clockCommands = {
  'clock.run-out': command({
    schema: z.object({ ...meant, dueAt: Timestamp }),
    mode: 'confirmed',
    action: 'clock.run',
    summary: 'Record that a clock has run out. Sitrep does so by itself.',
    streamOf: incidentStream,
    decide: decide.runOut,
  }),
  'clock.call-out': command({
    schema: z.object({ incidentId: IncidentId }),
    mode: 'confirmed',
    action: 'clock.run',
    summary: 'Tell commander and deputy what ran out. Sitrep does so by itself.',
    streamOf: incidentStream,
    decide: decide.callOut,
  }),
  'clock.defer': command({
    schema: z.object({
      ...meant,
      until: z.optional(Timestamp),
      /** After it is due, or from now where it is overdue. */
      forMs: z.optional(Duration),
      reason: Reason,
    }),
    mode: 'confirmed',
    action: 'clock.defer',
    summary: 'Give a clock more time, 24 hours at most. Takes a reason.',
    streamOf: incidentStream,
    decide: decide.deferClock,
  }),
  'escalation.raise': command({
    schema: z.object({ incidentId: IncidentId, reason: Reason }),
    mode: 'confirmed',
    action: 'incident.escalate',
    summary: 'Escalate the incident. Takes a reason.',
    streamOf: incidentStream,
    decide: decide.escalate,
  }),
  'escalation.end': command({
    schema: z.object({ incidentId: IncidentId, reason: Reason }),
    mode: 'confirmed',
    action: 'clock.defer',
    summary: 'Stand an escalation down. Takes a reason.',
    streamOf: incidentStream,
    decide: decide.standDown,
  }),
} as const;
