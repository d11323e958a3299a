import type { Recorded } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { userIdOf } from '../kernel/actor.ts';
import type { IncidentRole, IncidentStatus, Severity } from '../incidents/values.ts';
import { isDeclared } from '../incidents/state.ts';
import type { TimelineEntry, WrittenEntry } from '../timeline/state.ts';
import type { Room, RoomEvent } from './room.ts';
import { whatWasDone, type WhatWasDone } from './what-was-done.ts';

type Move<Value> = { readonly from?: Value; readonly to?: Value };

/** What is different in a room since somebody last looked, for whoever comes back or joins. */
export type WhatChanged = {
  /** Versions of the incident's stream: seen up to the first, told up to the second. */
  readonly since: number;
  readonly until: number;
  readonly severity?: Move<Severity>;
  readonly status?: Move<IncidentStatus>;
  readonly title?: Move<string>;
  readonly roles: readonly ({ readonly role: IncidentRole } & Move<UserId>)[];
  readonly servicesAdded: readonly string[];
  readonly servicesRemoved: readonly string[];
  /** Made since and standing, newest first, `MOST_TOLD` at most; `decisionCount` says how many there are. */
  readonly decisions: readonly WrittenEntry[];
  readonly decisionCount: number;
  /** `MOST_TOLD` at most of each; `doneCounts` says how many there are. */
  readonly done: WhatWasDone;
  readonly doneCounts: { readonly [Part in keyof WhatWasDone]: number };
  /** Pinned since and still, newest first, `MOST_TOLD` at most, without what is told already. */
  readonly pinned: readonly TimelineEntry[];
  readonly pinnedCount: number;
  /** Who did something, or was given a role, for the first time. */
  readonly newPeople: readonly UserId[];
  /** New entries in all. */
  readonly entries: number;
};

type IsOwn = (actor: Recorded<RoomEvent>['actor']) => boolean;

export const MOST_TOLD = 3;

/**
 * Computed between two versions: `room` as it is at the second, `events` of its stream after the first, in order. What
 * went there and back again is no change, and what the reader did is no news to them. `asker`: whose tasks are told, also
 * where everything is news.
 */
export const whatChanged = (
  room: Room,
  since: number,
  all: readonly Recorded<RoomEvent>[],
  reader?: UserId,
  asker = reader,
): WhatChanged => {
  const isOwn: IsOwn = (actor) => reader !== undefined && userIdOf(actor) === reader;
  const events = all.filter((event) => !isOwn(event.actor));
  const news = room.timeline.entries.filter(({ version, by }) => version > since && !isOwn(by));
  const decisions = news.filter(isStandingDecision);
  const done = whatWasDone(room, { since, asker, isOwn });
  const { causes, mitigations, updates, tasks } = done;
  const told = new Set<TimelineEntry>([...decisions, ...causes, ...mitigations, ...updates, ...tasks]);
  const pinned = pinnedSince(room, events).filter((entry) => !told.has(entry));
  const { added, removed } = services(all, isOwn);
  return {
    since,
    until: all.at(-1)?.version ?? since,
    ...moved('severity', all, isOwn),
    ...moved('status', all, isOwn),
    ...moved('title', all, isOwn),
    roles: roles(all, isOwn),
    servicesAdded: added,
    servicesRemoved: removed,
    decisions: newest(decisions),
    decisionCount: decisions.length,
    done: {
      causes: causes.slice(0, MOST_TOLD),
      mitigations: mitigations.slice(0, MOST_TOLD),
      updates: updates.slice(0, MOST_TOLD),
      tasks: tasks.slice(0, MOST_TOLD),
    },
    doneCounts: {
      causes: causes.length,
      mitigations: mitigations.length,
      updates: updates.length,
      tasks: tasks.length,
    },
    pinned: newest(pinned),
    pinnedCount: pinned.length,
    newPeople: newPeople(room, since, events).filter((id) => id !== reader),
    entries: news.length,
  };
};

/** Worth telling at all. */
export const hasNews = (changed: WhatChanged): boolean =>
  changed.severity !== undefined ||
  changed.status !== undefined ||
  changed.title !== undefined ||
  changed.roles.length > 0 ||
  changed.servicesAdded.length > 0 ||
  changed.servicesRemoved.length > 0 ||
  changed.decisionCount > 0 ||
  Object.values(changed.doneCounts).some((count) => count > 0) ||
  changed.pinnedCount > 0 ||
  changed.newPeople.length > 0;

const newest = <Entry>(entries: readonly Entry[]): readonly Entry[] => entries.slice(-MOST_TOLD).toReversed();

const isStandingDecision = (entry: TimelineEntry): entry is WrittenEntry =>
  entry.origin === 'written' && entry.kind === 'decision' && entry.retracted === undefined;

type Sided = { readonly from?: string | number | undefined; readonly to?: string | number | undefined };
type Field = 'severity' | 'status' | 'title';

const side = (field: Field, { type, data }: Recorded<RoomEvent>): Sided | undefined => {
  if (type === `incident.${field}-changed`) return data as Sided;
  if (field !== 'status') return undefined;
  if (type === 'incident.reopened') return { from: data.from, to: 'investigating' };
  return type === 'incident.closed' ? { from: data.from, to: 'closed' } : undefined;
};

const moved = <F extends Field>(
  field: F,
  events: readonly Recorded<RoomEvent>[],
  isOwn: IsOwn,
): Pick<WhatChanged, F> => {
  const moves = events.filter((event) => side(field, event) !== undefined);
  const sides = moves.flatMap((event) => side(field, event) ?? []);
  const [from, to] = [sides[0]?.from, sides.at(-1)?.to];
  const last = moves.at(-1);
  // Whoever set it last knows what it is.
  return (from === to || (last !== undefined && isOwn(last.actor)) ? {} : { [field]: { from, to } }) as Pick<
    WhatChanged,
    F
  >;
};

const roles = (events: readonly Recorded<RoomEvent>[], isOwn: IsOwn): WhatChanged['roles'] => {
  const byRole = new Map<IncidentRole, { from: UserId | undefined; to: UserId | undefined; own: boolean }>();
  for (const event of events) {
    if (event.type !== 'incident.role-changed') continue;
    const { role, from, to } = event.data;
    byRole.set(role, { from: byRole.has(role) ? byRole.get(role)?.from : from, to, own: isOwn(event.actor) });
  }
  return [...byRole].flatMap(([role, { from, to, own }]) =>
    from === to || own ? [] : [{ role, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }],
  );
};

const services = (
  events: readonly Recorded<RoomEvent>[],
  isOwn: IsOwn,
): { added: readonly string[]; removed: readonly string[] } => {
  const net = new Map<string, { readonly sum: number; readonly own: boolean }>();
  const count = (service: string, step: number, own: boolean): void =>
    void net.set(service, { sum: (net.get(service)?.sum ?? 0) + step, own });
  for (const event of events) {
    if (event.type === 'incident.service-added') count(event.data.service, 1, isOwn(event.actor));
    if (event.type === 'incident.service-removed') count(event.data.service, -1, isOwn(event.actor));
  }
  const those = (wanted: number) =>
    [...net].flatMap(([service, { sum, own }]) => (sum === wanted && !own ? [service] : []));
  return { added: those(1), removed: those(-1) };
};

const pinnedSince = ({ timeline }: Room, events: readonly Recorded<RoomEvent>[]): readonly TimelineEntry[] => {
  const ids = new Set<string>(
    events.flatMap((event) => (event.type === 'timeline.entry-pinned' ? [event.data.entryId] : [])),
  );
  return timeline.entries.filter(({ id, pinned }) => pinned && ids.has(id));
};

const newPeople = (
  { incident, timeline }: Room,
  since: number,
  events: readonly Recorded<RoomEvent>[],
): readonly UserId[] => {
  const known = new Set<UserId | undefined>(isDeclared(incident) ? [userIdOf(incident.declaredBy)] : []);
  for (const entry of timeline.entries) {
    if (entry.version > since) continue;
    known.add(userIdOf(entry.by));
    if (entry.origin === 'recorded' && entry.fact.type === 'incident.role-changed') known.add(entry.fact.data.to);
  }
  const found = new Set<UserId>();
  for (const event of events) {
    const present = [userIdOf(event.actor), event.type === 'incident.role-changed' ? event.data.to : undefined];
    for (const id of present) if (id !== undefined && !known.has(id)) found.add(id);
  }
  return [...found];
};
