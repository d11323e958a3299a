import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { ObjectionId, UserId } from '../kernel/ids.ts';
import { undoOf } from '../kernel/undo.ts';
import * as entering from './decide-entering.ts';
import * as execution from './decide-execution.ts';
import * as plan from './decide-plan.ts';
import * as verdict from './decide-verdict.ts';
import type { MitigationRoom } from './deciding.ts';
import type { MitigationEvent } from './events.ts';
import {
  AmendMitigation,
  ApproveMitigation,
  OptionalReason,
  ProposeMitigation,
  Reason,
  RecordUncoordinated,
  about,
} from './schemas.ts';
import { Outcome } from './values.ts';

const command = defineCommand<MitigationRoom, MitigationEvent>();

export const mitigationCommands = {
  'mitigation.propose': command({
    schema: ProposeMitigation,
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Propose a change of production. Only the title is needed.',
    newIds: ['mitigationId'],
    streamOf: incidentStream,
    decide: entering.propose,
  }),
  'mitigation.amend': command({
    schema: AmendMitigation,
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Amend a proposal that waits for its decision. `base` is the revision it was written over.',
    streamOf: incidentStream,
    decide: plan.amend,
  }),
  'mitigation.object': command({
    schema: z.object({ ...about, objectionId: ObjectionId, reason: Reason }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Object to a mitigation that has not been started, with a reason.',
    newIds: ['objectionId'],
    streamOf: incidentStream,
    decide: verdict.object,
  }),
  'mitigation.withdraw-objection': command({
    schema: z.object({ ...about, objectionId: ObjectionId, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Withdraw an objection: who objected, the commander or the deputy.',
    streamOf: incidentStream,
    decide: verdict.withdrawObjection,
  }),
  'mitigation.approve': command({
    schema: ApproveMitigation,
    mode: 'confirmed',
    action: 'mitigation.decide',
    summary:
      'Approve a proposal as it was seen: `revision`, `objections` that stand and `collisions`. Refused where there is more.',
    streamOf: incidentStream,
    decide: verdict.approve,
  }),
  'mitigation.reject': command({
    schema: z.object({ ...about, reason: Reason }),
    mode: 'confirmed',
    action: 'mitigation.decide',
    summary: 'Reject a proposal, with a reason.',
    streamOf: incidentStream,
    decide: verdict.reject,
  }),
  'mitigation.withdraw': command({
    schema: z.object({ ...about, reason: OptionalReason, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary:
      'Withdraw a mitigation that has not been started: who proposed it, its owner, the commander or the deputy.',
    streamOf: incidentStream,
    decide: plan.withdraw,
  }),
  'mitigation.start': command({
    schema: z.object({ ...about, executor: z.optional(UserId) }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Start an approved mitigation. Its owner executes it, or whoever starts it.',
    streamOf: incidentStream,
    decide: execution.start,
  }),
  'mitigation.finish': command({
    schema: z.object({ ...about, seen: OptionalReason }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Say that a mitigation is executed. Whether it works is verified next.',
    streamOf: incidentStream,
    decide: execution.finish,
  }),
  'mitigation.verify': command({
    schema: z.object({ ...about, outcome: Outcome, seen: Reason }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Say how an executed mitigation turned out, and what was seen.',
    streamOf: incidentStream,
    decide: execution.verify,
  }),
  'mitigation.halt': command({
    schema: z.object({ ...about, reason: OptionalReason }),
    mode: 'confirmed',
    action: 'mitigation.decide',
    summary: 'Halt a mitigation, whether it is proposed, approved, executing or executed.',
    streamOf: incidentStream,
    decide: verdict.halt,
  }),
  'mitigation.record-uncoordinated': command({
    schema: RecordUncoordinated,
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Record a change that was made without approval, with the reason.',
    newIds: ['mitigationId'],
    streamOf: incidentStream,
    decide: entering.recordUncoordinated,
  }),
} as const;
