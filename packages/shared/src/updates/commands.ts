import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { IncidentId, UpdateId } from '../kernel/ids.ts';
import { Timestamp, line, prose, text } from '../kernel/text.ts';
import { Audience, Slug } from '../settings/values.ts';
import * as drafts from './decide-drafts.ts';
import * as publishing from './decide-publishing.ts';
import type { UpdatesContext } from './deciding.ts';
import { ComponentState, type UpdateEvent } from './events.ts';
import { MAX_COMPONENTS, MAX_UPDATE_LENGTH } from './values.ts';

const command = defineCommand<UpdatesContext, UpdateEvent>();

export const UpdateText = prose(MAX_UPDATE_LENGTH);
export const ComponentName = line(120);
export const UpdateReason = prose(1_000);

const target = { incidentId: IncidentId, updateId: UpdateId };
const content = {
  text: UpdateText,
  components: z._default(
    z.array(z.strictObject({ name: ComponentName, state: ComponentState })).check(z.maxLength(MAX_COMPONENTS)),
    [],
  ),
  nextAt: z.optional(Timestamp),
  templateId: z.optional(Slug),
};
/** The revision before the eyes of who asks; a stale one is refused with the text that stands. */
const Seen = z.int().check(z.gte(1));

export const updateCommands = {
  'update.draft': command({
    schema: z.object({ ...target, audience: Audience, ...content }),
    mode: 'optimistic',
    action: 'update.write',
    summary: 'Draft a status update, internal or public.',
    newIds: ['updateId'],
    streamOf: incidentStream,
    decide: drafts.draft,
  }),
  'update.revise': command({
    schema: z.object({ ...target, baseRevision: Seen, ...content }),
    mode: 'optimistic',
    action: 'update.write',
    summary: 'Revise a status update that was not published; an approval is lost with it.',
    streamOf: incidentStream,
    decide: drafts.revise,
  }),
  'update.request-approval': command({
    schema: z.object(target),
    mode: 'optimistic',
    action: 'update.write',
    summary: 'Ask commander and deputy to approve a public update.',
    streamOf: incidentStream,
    decide: publishing.requestApproval,
  }),
  'update.approve': command({
    schema: z.object({ ...target, revision: Seen }),
    mode: 'confirmed',
    action: 'update.approve',
    summary: 'Approve a public update as it reads now.',
    streamOf: incidentStream,
    decide: publishing.approve,
  }),
  'update.request-changes': command({
    schema: z.object({ ...target, reason: UpdateReason }),
    mode: 'confirmed',
    action: 'update.approve',
    summary: 'Ask for changes to a public update before it is approved.',
    streamOf: incidentStream,
    decide: publishing.requestChanges,
  }),
  'update.publish': command({
    schema: z.object({
      ...target,
      revision: Seen,
      /** Why nobody is waited for. Kept only where an approval is missing. */
      withoutApproval: z.optional(UpdateReason),
    }),
    mode: 'confirmed',
    action: 'update.write',
    summary: 'Publish a status update: it leaves after 10 seconds, until then it can be held.',
    streamOf: incidentStream,
    decide: publishing.publish,
  }),
  'update.announce': command({
    schema: z.object({ ...target, audience: Audience, ...content, withoutApproval: z.optional(UpdateReason) }),
    mode: 'confirmed',
    action: 'update.write',
    summary: 'Write a status update and publish it in one step; until it leaves it can be held.',
    newIds: ['updateId'],
    streamOf: incidentStream,
    decide: publishing.announce,
  }),
  'update.hold': command({
    schema: z.object(target),
    mode: 'confirmed',
    action: 'update.write',
    summary: 'Hold a status update that has not left yet.',
    streamOf: incidentStream,
    decide: publishing.hold,
  }),
  'update.release': command({
    schema: z.object({ ...target, leavesAt: Timestamp }),
    mode: 'confirmed',
    action: 'update.release',
    summary: 'Let a status update leave whose time to be held is over.',
    streamOf: incidentStream,
    decide: publishing.release,
  }),
  'update.discard': command({
    schema: z.object({ ...target, reason: z.optional(text(1_000)) }),
    mode: 'confirmed',
    action: 'update.write',
    summary: 'Discard a status update that was not published.',
    streamOf: incidentStream,
    decide: drafts.discard,
  }),
} as const;
