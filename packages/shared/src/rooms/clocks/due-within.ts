import type { Incident } from '../../incidents/state.ts';

/** When it is due that starts then: where raising the severity leaves less time than has gone by, due as it is raised. */
export const dueWithin = (incident: Incident, startedAt: number, within: number): number =>
  notBeforeRaise(incident, startedAt, startedAt + within);

export const notBeforeRaise = ({ lastChanges }: Incident, startedAt: number, dueAt: number): number => {
  const change = lastChanges.severity;
  const raised = change !== undefined && Number(change.to) < Number(change.from);
  return raised && change.at > startedAt ? Math.max(dueAt, change.at) : dueAt;
};
