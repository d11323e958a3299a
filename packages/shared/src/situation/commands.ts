import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { CriterionId, IncidentId, LinkId } from '../kernel/ids.ts';
import { Timestamp, line, text } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { changeImpact } from './decide-impact.ts';
import * as lists from './decide-lists.ts';
import * as decide from './decide.ts';
import type { SituationContext } from './deciding.ts';
import type { SituationEvent } from './events.ts';
import { LinkAddress, LinkKind, MAX_IMPACT_NUMBERS, MAX_IMPACT_TEXT, Trend } from './values.ts';

const command = defineCommand<SituationContext, SituationEvent>();

const incidentId = IncidentId;
const ImpactText = z.optional(text(MAX_IMPACT_TEXT));
const ImpactNumber = z.strictObject({ label: line(60), value: line(40) });
const CriterionText = line(300);
const ofCriterion = { incidentId, criterionId: CriterionId };

const by = { action: 'incident.respond', streamOf: incidentStream } as const;

export const situationCommands = {
  'situation.change-impact': command({
    ...by,
    schema: z.object({
      incidentId,
      users: ImpactText,
      business: ImpactText,
      reputation: ImpactText,
      numbers: z.optional(z.array(ImpactNumber).check(z.maxLength(MAX_IMPACT_NUMBERS))),
      trend: z.optional(z.nullable(Trend)),
      startedAt: z.optional(z.nullable(Timestamp)),
      endedAt: z.optional(z.nullable(Timestamp)),
      /** The revision that was seen: a field that changed after it is not overwritten. */
      base: z.optional(z.int().check(z.gte(0))),
      undoOf,
    }),
    mode: 'confirmed',
    summary: 'Say what the impact is: users, business, reputation, numbers, trend, start and end.',
    decide: changeImpact,
  }),
  'situation.change-objectives': command({
    ...by,
    schema: z.object({
      incidentId,
      objectives: text(MAX_IMPACT_TEXT),
      base: z.optional(z.string().check(z.maxLength(MAX_IMPACT_TEXT))),
      undoOf,
    }),
    mode: 'confirmed',
    summary: 'Change the objectives: what the room is working towards.',
    decide: decide.changeObjectives,
  }),
  'situation.add-criterion': command({
    ...by,
    schema: z.object({ ...ofCriterion, text: CriterionText, undoOf }),
    mode: 'optimistic',
    summary: 'Add an exit criterion: what must be true before it is over.',
    newIds: ['criterionId'],
    decide: lists.addCriterion,
  }),
  'situation.reword-criterion': command({
    ...by,
    schema: z.object({
      ...ofCriterion,
      text: CriterionText,
      base: z.optional(z.string().check(z.maxLength(300))),
      undoOf,
    }),
    mode: 'optimistic',
    summary: 'Reword an exit criterion.',
    decide: lists.rewordCriterion,
  }),
  'situation.meet-criterion': command({
    ...by,
    schema: z.object({ ...ofCriterion, undoOf }),
    mode: 'optimistic',
    summary: 'Tick an exit criterion: it is met.',
    decide: lists.meetCriterion,
  }),
  'situation.unmeet-criterion': command({
    ...by,
    schema: z.object({ ...ofCriterion, undoOf }),
    mode: 'optimistic',
    summary: 'Untick an exit criterion: it is not met any more.',
    decide: lists.unmeetCriterion,
  }),
  'situation.remove-criterion': command({
    ...by,
    schema: z.object({ ...ofCriterion, undoOf }),
    mode: 'optimistic',
    summary: 'Remove an exit criterion.',
    decide: lists.removeCriterion,
  }),
  'situation.add-link': command({
    ...by,
    schema: z.object({
      incidentId,
      linkId: LinkId,
      url: LinkAddress,
      kind: z._default(LinkKind, 'other'),
      label: z._default(z.union([z.literal(''), line(120)]), ''),
      undoOf,
    }),
    mode: 'optimistic',
    summary: 'Keep a link at hand: the call, the chat, a dashboard, a document.',
    newIds: ['linkId'],
    decide: lists.addLink,
  }),
  'situation.remove-link': command({
    ...by,
    schema: z.object({ incidentId, linkId: LinkId, undoOf }),
    mode: 'optimistic',
    summary: 'Remove a link.',
    decide: lists.removeLink,
  }),
  'situation.set-attention': command({
    ...by,
    schema: z.object({ incidentId, expected: z.boolean(), reason: z.optional(text(1_000)), undoOf }),
    mode: 'confirmed',
    summary: 'Say whether public attention is expected: press, social media, authorities.',
    decide: decide.setAttention,
  }),
  'situation.schedule-postmortem': command({
    ...by,
    schema: z.object({ incidentId, meetsAt: Timestamp }),
    mode: 'confirmed',
    summary: 'Say when the post-mortem meeting of a resolved incident is held.',
    decide: decide.schedulePostmortem,
  }),
} as const;
