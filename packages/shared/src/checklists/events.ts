import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { undoOf } from '../kernel/undo.ts';
import { Phase, Slug } from '../settings/values.ts';

/** With its text, so that the sentence about it needs nothing else. */
const step = { checklistId: Slug, stepId: Slug, text: z.string() };

export const ChecklistEvents = {
  /** As the settings had it then. */
  'checklist.started': z.object({
    checklistId: Slug,
    phase: Phase,
    title: z.string(),
    steps: z.array(z.object({ id: Slug, text: z.string() })),
  }),
  'checklist.step-ticked': z.object({ ...step, undoOf }),
  /** `reason`: why it had been skipped, where it had. */
  'checklist.step-unticked': z.object({ ...step, reason: z.optional(z.string()), undoOf }),
  'checklist.step-skipped': z.object({ ...step, reason: z.string(), undoOf }),
} as const;

export type ChecklistEvent = EventOf<typeof ChecklistEvents>;
