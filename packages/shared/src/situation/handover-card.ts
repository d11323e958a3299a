import * as z from 'zod/mini';
import { UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';

/** What a successor in command has to know, as it was when it was written down. */
export const HandoverCard = z.object({
  severity: z.int(),
  status: z.string(),
  summary: z.string(),
  impact: z.string(),
  cause: z.optional(z.string()),
  objectives: z.string(),
  criteria: z.array(z.object({ text: z.string(), met: z.boolean() })),
  hypotheses: z.array(z.object({ number: z.int(), text: z.string(), status: z.string(), tester: z.optional(UserId) })),
  mitigations: z.array(z.object({ number: z.int(), title: z.string(), status: z.string(), owner: z.optional(UserId) })),
  tasks: z.array(
    z.object({
      number: z.int(),
      text: z.string(),
      assignee: UserId,
      dueAt: z.optional(Timestamp),
      acknowledged: z.boolean(),
    }),
  ),
  /** Role → who holds it. */
  roles: z.array(z.object({ role: z.string(), userId: UserId })),
  responders: z.array(UserId),
  needs: z.array(z.object({ number: z.int(), text: z.string(), claimedBy: z.optional(UserId) })),
  /** What has been tried, with how it ended. */
  tried: z.array(z.object({ what: z.string(), outcome: z.string() })),
  nextUpdateDueAt: z.optional(Timestamp),
});
export type HandoverCard = z.output<typeof HandoverCard>;
