import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { IncidentId } from '../kernel/ids.ts';
import { prose } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { Slug, type SettingsFacts } from '../settings/values.ts';
import * as decide from './decide.ts';
import type { ChecklistEvent } from './events.ts';

const command = defineCommand<decide.ChecklistRoom, ChecklistEvent, SettingsFacts>();

const step = { incidentId: IncidentId, checklistId: Slug, stepId: Slug };

export const checklistCommands = {
  'checklist.start': command({
    schema: z.object({ incidentId: IncidentId, checklistId: Slug }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Start a checklist of the settings in this incident.',
    streamOf: incidentStream,
    decide: decide.startChecklist,
  }),
  'checklist.tick': command({
    schema: z.object({ ...step, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Tick a step of a checklist.',
    streamOf: incidentStream,
    decide: decide.tickStep,
  }),
  'checklist.untick': command({
    schema: z.object({ ...step, undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Open a step again that was ticked or skipped.',
    streamOf: incidentStream,
    decide: decide.untickStep,
  }),
  'checklist.skip': command({
    schema: z.object({ ...step, reason: prose(500), undoOf }),
    mode: 'optimistic',
    action: 'incident.respond',
    summary: 'Skip a step of a checklist, with the reason.',
    streamOf: incidentStream,
    decide: decide.skipStep,
  }),
} as const;
