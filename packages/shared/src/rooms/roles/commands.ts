import * as z from 'zod/mini';
import { IncidentRole } from '../../incidents/values.ts';
import { defineCommand, incidentStream } from '../../kernel/command.ts';
import { IncidentId, UserId } from '../../kernel/ids.ts';
import { Timestamp, text } from '../../kernel/text.ts';
import { undoOf } from '../../kernel/undo.ts';
import type { SettingsFacts } from '../../settings/values.ts';
import type { Room, RoomEvent } from '../room.ts';
import * as absence from './absence.ts';
import * as offers from './offers.ts';
import * as responders from './responders.ts';
import { takeRole } from './take-role.ts';

const command = defineCommand<Room, RoomEvent, SettingsFacts>();

export const roleCommands = {
  'incident.take-role': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole }),
    mode: 'confirmed',
    action: 'incident.take-role',
    summary: 'Take a role that nobody holds, or command while the commander is away.',
    streamOf: incidentStream,
    decide: takeRole,
  }),
  'role.offer': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole, userId: UserId }),
    mode: 'confirmed',
    action: 'incident.assign-role',
    summary: 'Offer a role, your own to hand it over: it moves once it is accepted.',
    streamOf: incidentStream,
    decide: offers.offerRole,
  }),
  'role.accept': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole }),
    mode: 'confirmed',
    action: 'incident.take-role',
    summary: 'Accept a role that is offered to you.',
    streamOf: incidentStream,
    decide: offers.acceptRole,
  }),
  'role.decline': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole, reason: z.optional(text(1_000)) }),
    mode: 'confirmed',
    action: 'incident.take-role',
    summary: 'Decline a role that is offered to you.',
    streamOf: incidentStream,
    decide: offers.declineRole,
  }),
  'role.withdraw-offer': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole, undoOf }),
    mode: 'confirmed',
    action: 'incident.assign-role',
    summary: 'Withdraw an offer that waits for its answer.',
    streamOf: incidentStream,
    decide: offers.withdrawOffer,
  }),
  'commander.report-away': command({
    schema: z.object({ incidentId: IncidentId, userId: UserId, since: Timestamp }),
    mode: 'confirmed',
    action: 'commander.report',
    summary: 'Record that the commander is not connected, and ask the deputy.',
    streamOf: incidentStream,
    decide: absence.reportAway,
  }),
  'commander.report-back': command({
    schema: z.object({ incidentId: IncidentId, userId: UserId }),
    mode: 'confirmed',
    action: 'commander.report',
    summary: 'Record that the commander is connected again.',
    streamOf: incidentStream,
    decide: absence.reportBack,
  }),
  'responder.join': command({
    schema: z.object({ incidentId: IncidentId, userId: z.optional(UserId), undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Join an incident, or add somebody to it.',
    streamOf: incidentStream,
    decide: responders.joinIncident,
  }),
  'responder.leave': command({
    schema: z.object({ incidentId: IncidentId, userId: z.optional(UserId), undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Leave an incident, or release somebody from it.',
    streamOf: incidentStream,
    decide: responders.leaveIncident,
  }),
} as const;
