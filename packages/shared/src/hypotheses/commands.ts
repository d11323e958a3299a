import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { EntryId, HypothesisId, IncidentId, UserId } from '../kernel/ids.ts';
import { Timestamp, line } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import * as evidence from './decide-evidence.ts';
import * as tests from './decide-tests.ts';
import * as decide from './decide.ts';
import type { HypothesesContext } from './deciding.ts';
import { Stance, type HypothesisEvent } from './events.ts';

const command = defineCommand<HypothesesContext, HypothesisEvent>();

const target = { incidentId: IncidentId, hypothesisId: HypothesisId };

export const HYPOTHESIS_LENGTH = 300;
export const CONCLUSION_LENGTH = 500;
const Said = line(CONCLUSION_LENGTH);

const MINUTE = 60_000;
/** What takes longer than a day is no test of a war room. */
const TestTime = z.int().check(z.gte(MINUTE), z.lte(24 * 60 * MINUTE));

export const hypothesisCommands = {
  'hypothesis.suggest': command({
    schema: z.object({ ...target, text: line(HYPOTHESIS_LENGTH) }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Suggest a hypothesis: what may be the cause.',
    newIds: ['hypothesisId'],
    streamOf: incidentStream,
    decide: decide.suggest,
  }),
  'hypothesis.reword': command({
    schema: z.object({
      ...target,
      text: line(HYPOTHESIS_LENGTH),
      /** The text it was written over; refused where another one stands now. */
      base: z.optional(z.string().check(z.maxLength(HYPOTHESIS_LENGTH))),
      undoOf,
    }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Reword a hypothesis. `base` is as for the title of an incident.',
    streamOf: incidentStream,
    decide: decide.reword,
  }),
  'hypothesis.start-test': command({
    schema: z.object({
      ...target,
      /** Left out: who asks. */
      tester: z.optional(UserId),
      check: line(CONCLUSION_LENGTH),
      until: z.optional(Timestamp),
      /** Instead of `until`: ms from now. */
      forMs: z.optional(TestTime),
      takeOver: z.optional(z.boolean()),
    }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Test a hypothesis. Where somebody else does, it is refused, unless it is taken over.',
    streamOf: incidentStream,
    decide: tests.startTest,
  }),
  'hypothesis.stop-test': command({
    schema: z.object({ ...target, reason: z.optional(Said), undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Stop testing a hypothesis without a conclusion; it is open again.',
    streamOf: incidentStream,
    decide: tests.stopTest,
  }),
  'hypothesis.confirm': command({
    schema: z.object({ ...target, conclusion: Said }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Confirm a hypothesis: it becomes the cause in the header.',
    streamOf: incidentStream,
    decide: decide.confirm,
  }),
  'hypothesis.rule-out': command({
    schema: z.object({ ...target, conclusion: Said }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Rule out a hypothesis, with what speaks against it.',
    streamOf: incidentStream,
    decide: decide.ruleOut,
  }),
  'hypothesis.reopen': command({
    schema: z.object({ ...target, reason: z.optional(Said), undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Reopen a hypothesis that was confirmed, ruled out or withdrawn. Takes a reason.',
    streamOf: incidentStream,
    decide: decide.reopen,
  }),
  'hypothesis.add-evidence': command({
    schema: z.object({ ...target, entryId: EntryId, stance: Stance, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Add evidence: an entry of the timeline that speaks for or against a hypothesis.',
    streamOf: incidentStream,
    decide: evidence.addEvidence,
  }),
  'hypothesis.remove-evidence': command({
    schema: z.object({ ...target, entryId: EntryId, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Remove evidence from a hypothesis.',
    streamOf: incidentStream,
    decide: evidence.removeEvidence,
  }),
  'hypothesis.withdraw': command({
    schema: z.object({ ...target, reason: z.optional(Said), undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Withdraw a hypothesis that was suggested by mistake.',
    streamOf: incidentStream,
    decide: decide.withdraw,
  }),
} as const;
