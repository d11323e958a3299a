import { PHASE_OF } from '@sitrep/shared/checklists/due';
import type { Checklist } from '@sitrep/shared/checklists/state';
import type { IncidentStatus } from '@sitrep/shared/incidents/values';
import { PHASES, type ChecklistTemplate } from '@sitrep/shared/settings/values';

/** In the order of their phases, and of when they came. */
export const inPhases = (checklists: readonly Checklist[]): readonly Checklist[] =>
  checklists.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || a.startedAt - b.startedAt);

/** Those of the present phase are open, unless somebody said otherwise of this one. */
export const isUnfolded = (
  { id, phase }: Checklist,
  status: IncidentStatus,
  chosen: ReadonlyMap<string, boolean>,
): boolean => chosen.get(id) ?? (status !== 'closed' && PHASE_OF[status] === phase);

export type Progress = { readonly done: number; readonly all: number };

/** A step that is skipped wants nothing any more. */
export const progressOf = ({ steps }: Checklist): Progress => ({
  done: steps.filter(({ state }) => state !== 'open').length,
  all: steps.length,
});

/** What of the settings is not here yet. */
export const startable = (
  templates: readonly ChecklistTemplate[],
  checklists: readonly Checklist[],
): readonly ChecklistTemplate[] => templates.filter(({ id }) => !checklists.some((checklist) => checklist.id === id));
