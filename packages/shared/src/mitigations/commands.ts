import * as z from 'zod/mini';
import { ServiceName } from '../incidents/values.ts';
import { defineCommand } from '../kernel/command.ts';
import type { StreamId } from '../kernel/event.ts';
import { HypothesisId, IncidentId, MitigationId, ObjectionId, UserId } from '../kernel/ids.ts';
import { Timestamp, line, prose, text } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import * as execution from './decide-execution.ts';
import * as plan from './decide-plan.ts';
import * as verdict from './decide-verdict.ts';
import type { MitigationRoom } from './deciding.ts';
import type { MitigationEvent } from './events.ts';
import { MITIGATIONS_PER_INCIDENT, OBJECTIONS_PER_MITIGATION, Outcome, Risk } from './values.ts';

const command = defineCommand<MitigationRoom, MitigationEvent>();
const streamOf = (fields: { incidentId: IncidentId }): StreamId => `incident/${fields.incidentId}`;

const Reason = prose(1_000);
const OptionalReason = z.optional(text(1_000));
const Title = line(200);
const Signal = text(1_000);
const Rollback = text(2_000);
const Steps = text(4_000);
const Services = z.array(ServiceName).check(z.maxLength(20));
/** ms; from one minute to one day. */
const TimeBox = z.int().check(z.gte(60_000), z.lte(24 * 3_600_000));
const Revision = z.int().check(z.gte(1), z.lte(1_000_000));

const about = { incidentId: IncidentId, mitigationId: MitigationId };

export const ProposeMitigation = z.object({
  ...about,
  title: Title,
  risk: z._default(Risk, 'medium'),
  services: z._default(Services, []),
  owner: z.optional(UserId),
  hypothesisId: z.optional(HypothesisId),
  expectedSignal: z._default(Signal, ''),
  timeBox: z.optional(TimeBox),
  steps: z._default(Steps, ''),
  rollback: z._default(Rollback, ''),
});

const AmendMitigation = z.object({
  ...about,
  base: Revision,
  title: z.optional(Title),
  risk: z.optional(Risk),
  services: z.optional(Services),
  owner: z.optional(z.nullable(UserId)),
  hypothesisId: z.optional(z.nullable(HypothesisId)),
  expectedSignal: z.optional(Signal),
  timeBox: z.optional(z.nullable(TimeBox)),
  steps: z.optional(Steps),
  rollback: z.optional(Rollback),
});

const ApproveMitigation = z.object({
  ...about,
  note: OptionalReason,
  revision: Revision,
  objections: z._default(z.array(ObjectionId).check(z.maxLength(OBJECTIONS_PER_MITIGATION)), []),
  collisions: z._default(z.array(MitigationId).check(z.maxLength(MITIGATIONS_PER_INCIDENT)), []),
});

const RecordUncoordinated = z.object({
  ...about,
  title: Title,
  reason: Reason,
  doneAt: Timestamp,
  doneBy: z.optional(UserId),
  services: z._default(Services, []),
  risk: z._default(Risk, 'medium'),
  expectedSignal: z._default(Signal, ''),
  rollback: z._default(Rollback, ''),
});

export const mitigationCommands = {
  'mitigation.propose': command({
    schema: ProposeMitigation,
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Propose a change of production. Only the title is needed.',
    newIds: ['mitigationId'],
    streamOf,
    decide: plan.propose,
  }),
  'mitigation.amend': command({
    schema: AmendMitigation,
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Amend a proposal that waits for its decision. `base` is the revision it was written over.',
    streamOf,
    decide: plan.amend,
  }),
  'mitigation.object': command({
    schema: z.object({ ...about, objectionId: ObjectionId, reason: Reason }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Object to a mitigation that has not been started, with a reason.',
    newIds: ['objectionId'],
    streamOf,
    decide: verdict.object,
  }),
  'mitigation.withdraw-objection': command({
    schema: z.object({ ...about, objectionId: ObjectionId, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Withdraw an objection: who objected, the commander or the deputy.',
    streamOf,
    decide: verdict.withdrawObjection,
  }),
  'mitigation.approve': command({
    schema: ApproveMitigation,
    mode: 'confirmed',
    action: 'mitigation.decide',
    summary:
      'Approve a proposal as it was seen: `revision`, `objections` that stand and `collisions`. Refused where there is more.',
    streamOf,
    decide: verdict.approve,
  }),
  'mitigation.reject': command({
    schema: z.object({ ...about, reason: Reason }),
    mode: 'confirmed',
    action: 'mitigation.decide',
    summary: 'Reject a proposal, with a reason.',
    streamOf,
    decide: verdict.reject,
  }),
  'mitigation.withdraw': command({
    schema: z.object({ ...about, reason: OptionalReason, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary:
      'Withdraw a mitigation that has not been started: who proposed it, its owner, the commander or the deputy.',
    streamOf,
    decide: plan.withdraw,
  }),
  'mitigation.start': command({
    schema: z.object({ ...about, executor: z.optional(UserId) }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Start an approved mitigation. Its owner executes it, or whoever starts it.',
    streamOf,
    decide: execution.start,
  }),
  'mitigation.finish': command({
    schema: z.object({ ...about, seen: OptionalReason }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Say that a mitigation is executed. Whether it works is verified next.',
    streamOf,
    decide: execution.finish,
  }),
  'mitigation.verify': command({
    schema: z.object({ ...about, outcome: Outcome, seen: Reason }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Say how an executed mitigation turned out, and what was seen.',
    streamOf,
    decide: execution.verify,
  }),
  'mitigation.halt': command({
    schema: z.object({ ...about, reason: OptionalReason }),
    mode: 'confirmed',
    action: 'mitigation.decide',
    summary: 'Halt a mitigation, whether it is proposed, approved, executing or executed.',
    streamOf,
    decide: verdict.halt,
  }),
  'mitigation.record-uncoordinated': command({
    schema: RecordUncoordinated,
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Record a change that was made without approval, with the reason.',
    newIds: ['mitigationId'],
    streamOf,
    decide: plan.recordUncoordinated,
  }),
} as const;
