import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { UpdateId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { Audience } from '../settings/values.ts';

export const COMPONENT_STATES = ['operational', 'degraded', 'partial-outage', 'outage', 'maintenance'] as const;
export const ComponentState = z.enum(COMPONENT_STATES);
export type ComponentState = z.output<typeof ComponentState>;

export const UpdateContent = z.object({
  text: z.string(),
  /** As those who read it call them. */
  components: z.array(z.object({ name: z.string(), state: ComponentState })),
  /** When readers are told to expect the next word. */
  nextAt: z.optional(Timestamp),
  /** Of the template that it began with. */
  templateId: z.optional(z.string()),
});
export type UpdateContent = z.output<typeof UpdateContent>;

const updateId = UpdateId;

export const UpdateEvents = {
  /** `number` counts from 1 within the incident, over both audiences. */
  'update.drafted': z.object({ updateId, number: z.int(), audience: Audience, content: UpdateContent }),
  /** `revision` counts from 1, the draft. An approval is lost with it. */
  'update.revised': z.object({ updateId, revision: z.int(), content: UpdateContent }),
  'update.approval-requested': z.object({ updateId }),
  'update.approved': z.object({ updateId, revision: z.int() }),
  'update.changes-requested': z.object({ updateId, reason: z.string() }),
  /** On its way: it can be held until `leavesAt`. `withoutApproval`: why nobody was waited for. */
  'update.publishing': z.object({
    updateId,
    audience: Audience,
    leavesAt: Timestamp,
    withoutApproval: z.optional(z.string()),
  }),
  'update.held': z.object({ updateId, audience: Audience }),
  /** It left. Delivery to people begins with this event. */
  'update.published': z.object({
    updateId,
    audience: Audience,
    content: UpdateContent,
    /** Who let it go; nobody where that was no person. */
    publishedBy: z.optional(UserId),
    withoutApproval: z.optional(z.string()),
  }),
  'update.discarded': z.object({ updateId, reason: z.optional(z.string()) }),
} as const;

export type UpdateEvent = EventOf<typeof UpdateEvents>;
