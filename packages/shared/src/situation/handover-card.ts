import * as z from 'zod/mini';
import { UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { Trend } from './values.ts';

const person = z.optional(UserId);
const dueAt = z.optional(Timestamp);

const CardImpact = z.object({
  users: z.string(),
  business: z.string(),
  reputation: z.string(),
  numbers: z.array(z.object({ label: z.string(), value: z.string() })),
  trend: z.optional(Trend),
});

/** What a successor in command has to know, as it was when it was written down. */
export const HandoverCard = z.object({
  key: z.string(),
  title: z.string(),
  severity: z.int(),
  status: z.string(),
  startedAt: Timestamp,
  summary: z.string(),
  impact: CardImpact,
  causes: z.array(z.string()),
  objectives: z.string(),
  criteria: z.array(z.object({ text: z.string(), met: z.boolean() })),
  /** Open or being tested; `until` when the tester wants to know. */
  hypotheses: z.array(
    z.object({ number: z.int(), text: z.string(), status: z.string(), tester: person, until: dueAt }),
  ),
  /** Proposed, approved, under way, or not yet verified. */
  mitigations: z.array(z.object({ number: z.int(), title: z.string(), status: z.string(), owner: person, dueAt })),
  tasks: z.array(z.object({ number: z.int(), text: z.string(), assignee: UserId, dueAt, acknowledged: z.boolean() })),
  /** Who holds which role. */
  roles: z.array(z.object({ role: z.string(), userId: UserId })),
  responders: z.array(UserId),
  needs: z.array(z.object({ number: z.int(), text: z.string(), claimedBy: person })),
  /** What has been tried, with how it ended and what was seen. */
  tried: z.array(
    z.object({
      kind: z.enum(['hypothesis', 'mitigation']),
      number: z.int(),
      what: z.string(),
      outcome: z.string(),
      seen: z.optional(z.string()),
    }),
  ),
  nextUpdateDueAt: z.optional(Timestamp),
  /** Lines that were too many for the card: the room has them. */
  leftOut: z.int(),
});
export type HandoverCard = z.output<typeof HandoverCard>;
