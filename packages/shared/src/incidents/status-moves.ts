import type { IncidentState } from './state.ts';
import { OPEN_STATUSES, type OpenStatus } from './values.ts';

/** Where an open incident may go: the next status, any earlier one, and from detected straight to resolved. */
export const movesFrom = (status: OpenStatus): readonly OpenStatus[] => {
  const index = OPEN_STATUSES.indexOf(status);
  return OPEN_STATUSES.filter(
    (to, target) => target < index || target === index + 1 || (status === 'detected' && to === 'resolved'),
  );
};

export const mayMove = (from: OpenStatus, to: OpenStatus): boolean => movesFrom(from).includes(to);

/** Closing needs a resolved incident, unless it was a false alarm, a duplicate or merged. */
export const mayCloseAs = (status: IncidentState['status'], kind: string): boolean =>
  status === 'resolved' || (status !== 'closed' && status !== 'undeclared' && kind !== 'completed');
