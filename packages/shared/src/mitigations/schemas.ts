import * as z from 'zod/mini';
import { ServiceName } from '../incidents/values.ts';
import { HypothesisId, IncidentId, MitigationId, ObjectionId, UserId } from '../kernel/ids.ts';
import { Timestamp, line, prose, text } from '../kernel/text.ts';
import { MITIGATIONS_PER_INCIDENT, OBJECTIONS_PER_MITIGATION, Risk } from './values.ts';

export const Reason = prose(1_000);
export const OptionalReason = z.optional(text(1_000));
const Title = line(200);
const Signal = text(1_000);
const Rollback = text(2_000);
const Steps = text(4_000);
const Services = z.array(ServiceName).check(z.maxLength(20));
/** ms; from one minute to one day. */
const TimeBox = z.int().check(z.gte(60_000), z.lte(24 * 3_600_000));
const Revision = z.int().check(z.gte(1), z.lte(1_000_000));

export const about = { incidentId: IncidentId, mitigationId: MitigationId };

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

export const AmendMitigation = z.object({
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

export const ApproveMitigation = z.object({
  ...about,
  note: OptionalReason,
  revision: Revision,
  objections: z._default(z.array(ObjectionId).check(z.maxLength(OBJECTIONS_PER_MITIGATION)), []),
  collisions: z._default(z.array(MitigationId).check(z.maxLength(MITIGATIONS_PER_INCIDENT)), []),
});

export const RecordUncoordinated = z.object({
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
