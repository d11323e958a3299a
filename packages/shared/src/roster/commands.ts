import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { IncidentId, NeedId } from '../kernel/ids.ts';
import { line, text } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import * as needs from './decide-needs.ts';
import type { RosterContext } from './deciding.ts';
import type { RosterEvent } from './events.ts';

const command = defineCommand<RosterContext, RosterEvent>();

export const NeedText = line(200);

export const rosterCommands = {
  'need.raise': command({
    schema: z.object({ incidentId: IncidentId, needId: NeedId, text: NeedText }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Say what the room lacks: a person, an access, a vendor.',
    newIds: ['needId'],
    streamOf: incidentStream,
    decide: needs.raiseNeed,
  }),
  'need.claim': command({
    schema: z.object({ incidentId: IncidentId, needId: NeedId }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Take care of a need.',
    streamOf: incidentStream,
    decide: needs.claimNeed,
  }),
  'need.unclaim': command({
    schema: z.object({ incidentId: IncidentId, needId: NeedId, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Let somebody else take care of a need.',
    streamOf: incidentStream,
    decide: needs.unclaimNeed,
  }),
  'need.meet': command({
    schema: z.object({ incidentId: IncidentId, needId: NeedId }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Say that a need is met.',
    streamOf: incidentStream,
    decide: needs.meetNeed,
  }),
  'need.withdraw': command({
    schema: z.object({ incidentId: IncidentId, needId: NeedId, reason: z.optional(text(1_000)), undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Withdraw a need that is none any more.',
    streamOf: incidentStream,
    decide: needs.withdrawNeed,
  }),
} as const;
