import { activeHolder } from '../incidents/holders.ts';
import { isDeclared, suggestsResolve, type Change, type ChangedField, type Incident } from '../incidents/state.ts';
import type { IncidentId, UserId } from '../kernel/ids.ts';
import { running } from '../rooms/clocks/running-clock.ts';
import { acknowledgeClock } from '../rooms/clocks/incident-clocks.ts';
import { nextUpdate } from '../rooms/clocks/update-clocks.ts';
import type { RoomBesideTimeline } from '../rooms/room.ts';
import type { Audience, Settings } from '../settings/values.ts';
import { lastTold } from '../updates/state.ts';
import type { IncidentKey, IncidentRole, OpenStatus, Severity } from '../incidents/values.ts';

/** Fields of an incident whose changes a row of the board shows. */
const SHOWN = ['severity', 'status', 'title', 'role/commander'] as const satisfies readonly ChangedField[];
export type BoardChange = Pick<Change, 'from' | 'to' | 'by' | 'at'> & { readonly field: (typeof SHOWN)[number] };

/** Times that stand still: how long that is, says whoever looks. */
export type BoardClock = { readonly amberAt: number; readonly dueAt: number };

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
  /** When each audience was told something last. */
  readonly lastUpdateAt: Readonly<Partial<Record<Audience, number>>>;
  /** The next update that is due, to whichever audience: nothing where none is asked for. */
  readonly nextUpdate?: BoardClock;
  /** Nothing once it is acknowledged. */
  readonly acknowledge?: BoardClock;
  readonly escalatedAt?: number;
  /** Changes of production under way. */
  readonly executing: number;
  /** The commander is not connected. */
  readonly commanderAway: boolean;
  /** Who is asked to take command, and has not answered. */
  readonly commandOfferedTo?: UserId;
  /** The newest change that the row shows, with who made it; nothing for what is as it was declared. */
  readonly lastChange?: BoardChange;
};

/** The row of an open incident; nothing for one that is closed. */
export const boardRow = (room: RoomBesideTimeline, settings: Settings): BoardRow | undefined => {
  const state = room.incident;
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
    ...told(room, settings),
    ...underWay(room, state, settings),
    ...(lastChange === undefined ? {} : { lastChange }),
  };
};

type Told = Pick<BoardRow, 'lastUpdateAt' | 'nextUpdate'>;

const told = (room: RoomBesideTimeline, settings: Settings): Told => {
  const internal = lastTold(room.updates, 'internal')?.publishedAt;
  const external = lastTold(room.updates, 'external')?.publishedAt;
  const next = nextUpdate(room, settings);
  return {
    lastUpdateAt: { ...(internal === undefined ? {} : { internal }), ...(external === undefined ? {} : { external }) },
    ...(next === undefined ? {} : { nextUpdate: moments(next) }),
  };
};

type UnderWay = Pick<BoardRow, 'acknowledge' | 'escalatedAt' | 'executing' | 'commanderAway' | 'commandOfferedTo'>;

const underWay = (room: RoomBesideTimeline, { status, roles }: Incident, settings: Settings): UnderWay => {
  const { clocks, roster, mitigations } = room;
  const [acknowledge] = acknowledgeClock(room, settings);
  const offeredTo = roster.offers.commander?.to;
  const escalated = status === 'resolved' ? undefined : clocks.escalated;
  return {
    ...(acknowledge === undefined ? {} : { acknowledge: moments(running(acknowledge, clocks)) }),
    ...(escalated === undefined ? {} : { escalatedAt: escalated.at }),
    executing: mitigations.items.filter((item) => item.status === 'executing').length,
    commanderAway: roles.commander !== undefined && roster.commanderAway?.userId === roles.commander,
    ...(offeredTo === undefined ? {} : { commandOfferedTo: offeredTo }),
  };
};

const moments = ({ amberAt, dueAt }: BoardClock): BoardClock => ({ amberAt, dueAt });

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

/**
 * Worst first, then those that nobody active commands, then those whose update is overdue at `now`, then the oldest;
 * resolved ones last, newest first.
 */
export const boardOrder = (isActive: (id: UserId) => boolean, now: number) => {
  const commanded = ({ roles }: BoardRow): number => Number(activeHolder(roles, 'commander', isActive) !== undefined);
  const informed = ({ nextUpdate: next }: BoardRow): number => Number(next === undefined || next.dueAt > now);
  return (a: BoardRow, b: BoardRow): number => {
    const resolved = Number(a.status === 'resolved') - Number(b.status === 'resolved');
    if (resolved !== 0) return resolved;
    if (a.status === 'resolved') return b.statusSince - a.statusSince;
    return (
      a.severity - b.severity ||
      commanded(a) - commanded(b) ||
      informed(a) - informed(b) ||
      a.declaredAt - b.declaredAt ||
      (a.id < b.id ? -1 : 1)
    );
  };
};

/** Where nobody knows who has left and what time it is. */
export const compareBoardRows = boardOrder(() => true, 0);
