import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { IncidentRole, Milestone, OpenStatus, Severity } from '@sitrep/shared/incidents/values';
import type { CommandInput } from '@sitrep/shared/protocol/catalogue';
import type { Confidence, WrittenKind } from '@sitrep/shared/timeline/values';
import type { Minute, Names } from './names.ts';
import { command, type CommandStep } from './step.ts';

type Writing = {
  /** What later steps call this entry. */
  readonly as?: string;
  readonly sure?: Confidence;
  /** When it happened, where that is not when it was written. */
  readonly happened?: Minute;
};

type Declaring = Omit<CommandInput<'incident.declare'>, 'incidentId' | 'startedAt' | 'alerts' | 'alertGroup'> & {
  readonly started?: Minute;
};
type AlertsOf = (names: Names) => Pick<CommandInput<'incident.declare'>, 'alerts' | 'alertGroup'>;
type Closing = Omit<CommandInput<'incident.close'>, 'incidentId' | 'otherId'> & { readonly other?: string };
type Write = (minute: Minute, by: string, text: string, more?: Writing) => CommandStep;

/** The sentences in which a story tells of one incident. */
export const roomSteps = (name: string, idOf = (names: Names): IncidentId => names.incident(name)) => {
  const write =
    (kind: WrittenKind): Write =>
    (minute, by, text, { as, sure, happened } = {}) => {
      const entry = as ?? `${kind} of minute ${minute}`;
      return command(minute, by, 'timeline.add-entry', (names) => ({
        incidentId: idOf(names),
        entryId: names.entry(name, entry),
        kind,
        text,
        ...(sure === undefined ? {} : { confidence: sure }),
        ...(happened === undefined ? {} : { happenedAt: names.time(happened) }),
      }));
    };
  const target = (names: Names, entry: string) => ({ incidentId: idOf(names), entryId: names.entry(name, entry) });

  return {
    declare: (minute: Minute, by: string, { started, ...rest }: Declaring, alerts: AlertsOf = () => ({})) =>
      command(minute, by, 'incident.declare', (names) => ({
        incidentId: idOf(names),
        ...rest,
        ...(started === undefined ? {} : { startedAt: names.time(started) }),
        ...alerts(names),
      })),
    note: write('note'),
    finding: write('finding'),
    decision: write('decision'),
    change: write('change'),
    impact: write('impact'),
    link: write('link'),
    edit: (minute: Minute, by: string, entry: string, text: string) =>
      command(minute, by, 'timeline.edit-entry', (names) => ({ ...target(names, entry), baseRevision: 1, text })),
    retract: (minute: Minute, by: string, entry: string, reason: string) =>
      command(minute, by, 'timeline.retract-entry', (names) => ({ ...target(names, entry), reason })),
    pin: (minute: Minute, by: string, entry: string) =>
      command(minute, by, 'timeline.pin-entry', (names) => target(names, entry)),
    summary: (minute: Minute, by: string, summary: string) =>
      command(minute, by, 'incident.change-summary', (names) => ({ incidentId: idOf(names), summary })),
    status: (minute: Minute, by: string, status: OpenStatus, reason?: string) =>
      command(minute, by, 'incident.change-status', (names) => ({
        incidentId: idOf(names),
        status,
        ...(reason === undefined ? {} : { reason }),
      })),
    severity: (minute: Minute, by: string, severity: Severity, reason?: string) =>
      command(minute, by, 'incident.change-severity', (names) => ({
        incidentId: idOf(names),
        severity,
        ...(reason === undefined ? {} : { reason }),
      })),
    take: (minute: Minute, by: string, role: IncidentRole) =>
      command(minute, by, 'incident.take-role', (names) => ({ incidentId: idOf(names), role })),
    give: (minute: Minute, by: string, role: IncidentRole, to: string) =>
      command(minute, by, 'incident.assign-role', (names) => ({
        incidentId: idOf(names),
        role,
        userId: names.person(to),
      })),
    accept: (minute: Minute, by: string, role: IncidentRole) =>
      command(minute, by, 'role.accept', (names) => ({ incidentId: idOf(names), role })),
    offer: (minute: Minute, by: string, role: IncidentRole, to: string) =>
      command(minute, by, 'role.offer', (names) => ({
        incidentId: idOf(names),
        role,
        userId: names.person(to),
      })),
    milestone: (minute: Minute, by: string, milestone: Milestone, happened: Minute) =>
      command(minute, by, 'incident.set-milestone', (names) => ({
        incidentId: idOf(names),
        milestone,
        at: names.time(happened),
      })),
    service: (minute: Minute, by: string, service: string) =>
      command(minute, by, 'incident.add-service', (names) => ({ incidentId: idOf(names), service })),
    letIn: (minute: Minute, by: string, who: string) =>
      command(minute, by, 'incident.grant-access', (names) => ({ incidentId: idOf(names), userId: names.person(who) })),
    close: (minute: Minute, by: string, { other, ...rest }: Closing) =>
      command(minute, by, 'incident.close', (names) => ({
        incidentId: idOf(names),
        ...rest,
        ...(other === undefined ? {} : { otherId: names.incident(other) }),
      })),
  };
};
