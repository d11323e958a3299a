import { activeHolder } from '../incidents/holders.ts';
import {
  isDeclared,
  suggestsResolve,
  type Change,
  type ChangedField,
  type Incident,
  type IncidentState,
} from '../incidents/state.ts';
import type { IncidentId, UserId } from '../kernel/ids.ts';
import type { IncidentKey, IncidentRole, OpenStatus, Severity } from '../incidents/values.ts';

/** Fields of an incident whose changes a row of the board shows. */
const SHOWN = ['severity', 'status', 'title', 'role/commander'] as const satisfies readonly ChangedField[];
export type BoardChange = Pick<Change, 'from' | 'to' | 'by' | 'at'> & { readonly field: (typeof SHOWN)[number] };

/** One open incident on the board. */
export type BoardRow = {
  readonly id: IncidentId;
  readonly key: IncidentKey;
  readonly title: string;
  readonly severity: Severity;
  readonly status: OpenStatus;
  readonly declaredAt: number;
  readonly startedAt?: number;
  readonly statusSince: number;
  readonly services: readonly string[];
  readonly roles: Readonly<Partial<Record<IncidentRole, UserId>>>;
  readonly alerts: { readonly firing: number; readonly resolved: number };
  readonly suggestsResolve: boolean;
  readonly private: boolean;
  /** The newest change that the row shows, with who made it; nothing for what is as it was declared. */
  readonly lastChange?: BoardChange;
};

/** The row of an open incident; nothing for one that is closed. */
export const boardRow = (state: IncidentState): BoardRow | undefined => {
  if (!isDeclared(state) || state.status === 'closed') return undefined;
  const { id, key, title, severity, status, declaredAt, statusSince, services, roles } = state;
  const lastChange = newestShown(state);
  return {
    id,
    key,
    title,
    severity,
    status,
    declaredAt,
    ...(state.milestones.started === undefined ? {} : { startedAt: state.milestones.started }),
    statusSince,
    services,
    roles,
    alerts: { firing: state.alerts.firing.length, resolved: state.alerts.resolved.length },
    suggestsResolve: suggestsResolve(state),
    private: state.private,
    ...(lastChange === undefined ? {} : { lastChange }),
  };
};

const newestShown = ({ lastChanges }: Incident): BoardChange | undefined => {
  let newest: BoardChange | undefined;
  for (const field of SHOWN) {
    const change = lastChanges[field];
    if (change === undefined || change.at < (newest?.at ?? 0)) continue;
    const { commandId: _command, back: _steps, ...shown } = change;
    newest = { field, ...shown };
  }
  return newest;
};

/** Worst first, then those that nobody active commands, then the oldest; resolved ones last, newest first. */
export const boardOrder = (isActive: (id: UserId) => boolean) => {
  const commanded = ({ roles }: BoardRow): number => Number(activeHolder(roles, 'commander', isActive) !== undefined);
  return (a: BoardRow, b: BoardRow): number => {
    const resolved = Number(a.status === 'resolved') - Number(b.status === 'resolved');
    if (resolved !== 0) return resolved;
    if (a.status === 'resolved') return b.statusSince - a.statusSince;
    return (
      a.severity - b.severity || commanded(a) - commanded(b) || a.declaredAt - b.declaredAt || (a.id < b.id ? -1 : 1)
    );
  };
};

/** Where nobody knows who has left. */
export const compareBoardRows = boardOrder(() => true);
