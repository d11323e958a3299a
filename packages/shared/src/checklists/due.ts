import type { IncidentStatus, OpenStatus, Severity } from '../incidents/values.ts';
import type { ChecklistTemplate, Phase } from '../settings/values.ts';
import type { Checklists } from './state.ts';

/** What led to looking for checklists: an incident that came to a status, one that got worse. */
export type Occasion = 'declared' | 'moved' | 'acknowledged' | 'raised';

/** The phase that an open incident is in. */
export const PHASE_OF: Readonly<Record<OpenStatus, Phase>> = {
  detected: 'detection',
  investigating: 'response',
  identified: 'mitigation',
  mitigating: 'mitigation',
  resolved: 'resolution',
};

/** Of an incident that gets worse while it is there: what was passed over at the lower severity still matters. */
const PASSED: Readonly<Record<OpenStatus, readonly Phase[]>> = {
  detected: ['detection'],
  investigating: ['detection', 'response'],
  identified: ['detection', 'response', 'mitigation'],
  mitigating: ['detection', 'response', 'mitigation'],
  resolved: ['resolution'],
};

const phasesAt = (occasion: Occasion, status: OpenStatus): readonly Phase[] => {
  switch (occasion) {
    case 'declared':
      return ['detection'];
    case 'acknowledged':
      return ['response'];
    case 'moved':
      return [PHASE_OF[status]];
    case 'raised':
      return PASSED[status];
  }
};

type Header = { readonly severity: Severity; readonly status: IncidentStatus };

/** Ids of the checklists that an incident gets now, and does not have yet. A closed one gets none. */
export const checklistsDue = (
  occasions: Iterable<Occasion>,
  { severity, status }: Header,
  templates: readonly ChecklistTemplate[],
  { items }: Checklists,
): readonly string[] => {
  if (status === 'closed') return [];
  const phases = new Set([...occasions].flatMap((occasion) => phasesAt(occasion, status)));
  const has = new Set(items.map(({ id }) => id));
  return templates
    .filter(({ id, phase, severities }) => !has.has(id) && phases.has(phase) && severities.includes(severity))
    .map(({ id }) => id);
};
