import { activeHolder } from '../incidents/holders.ts';
import type { Incident } from '../incidents/state.ts';
import type { IncidentKey, IncidentStatus, Severity } from '../incidents/values.ts';
import type { UserId } from '../kernel/ids.ts';
import type { TimelineEntry, WrittenEntry } from '../timeline/state.ts';
import type { Settings } from '../settings/values.ts';
import {
  impactOf,
  lastVerdictAt,
  planOf,
  shortened,
  testingOf,
  wantedOf,
  WORDS,
  type BriefImpact,
  type Plan,
  type Testing,
} from './brief-work.ts';
import { nextUpdateDueAt } from './clocks/update-clocks.ts';
import type { RoomParts } from './room.ts';

/** An incident that is led decides something at least so often. */
export const DECIDES_WITHIN_MS = 30 * 60_000;

const SERVICES = 2;

export const NEEDS = ['commander', 'communications-lead', 'decision'] as const;
export type Need = (typeof NEEDS)[number];

/** What whoever comes in has to know in 15 seconds: condition, actions, needs. */
export type Brief = {
  readonly key: IncidentKey;
  readonly severity: Severity;
  readonly title: string;
  readonly status: IncidentStatus;
  readonly lastedMs: number;
  readonly services: readonly string[];
  readonly moreServices: number;
  readonly impact?: BriefImpact;
  readonly commander?: UserId;
  readonly plan?: Plan;
  readonly testing?: Testing;
  /** Only where nothing is being done or tested. */
  readonly action?: { readonly kind: 'decision' | 'change' | 'finding'; readonly text: string; readonly agoMs: number };
  readonly needs: readonly Need[];
  readonly wanted: readonly string[];
  /** Until the next status update is due; negative once it is overdue. */
  readonly updateInMs?: number;
};

type Sources = {
  readonly incident: Incident;
  readonly parts: RoomParts;
  readonly settings: Settings;
  readonly entries: readonly TimelineEntry[];
  readonly now: number;
  readonly isActive: (id: UserId) => boolean;
};

export const briefOf = ({ incident, parts, settings, entries, now, isActive }: Sources): Brief => {
  const commander = activeHolder(incident.roles, 'commander', isActive);
  const impact = impactOf(
    parts.situation.impact,
    newest(entries, ({ kind }) => kind === 'impact'),
  );
  const over = isOver(incident);
  const plan = over ? undefined : planOf(parts);
  const testing = over ? undefined : testingOf(parts);
  const action = plan === undefined && testing === undefined ? newest(entries, isAction) : undefined;
  const dueAt = over ? undefined : nextUpdateDueAt({ ...parts, incident }, settings);
  return {
    key: incident.key,
    severity: incident.severity,
    title: shortened(incident.title, WORDS.title),
    status: incident.status,
    lastedMs: Math.max(0, endOf(incident, now) - (incident.milestones.started ?? incident.declaredAt)),
    services: incident.services.slice(0, SERVICES),
    moreServices: Math.max(0, incident.services.length - SERVICES),
    ...(impact === undefined ? {} : { impact }),
    ...(commander === undefined ? {} : { commander }),
    ...(plan === undefined ? {} : { plan }),
    ...(testing === undefined ? {} : { testing }),
    ...(action === undefined ? {} : { action: actionOf(action, now) }),
    needs: over ? [] : needsOf(incident, { decidedAt: decidedAt(incident, parts, entries), now, isActive }),
    wanted: over ? [] : wantedOf(parts),
    ...(dueAt === undefined ? {} : { updateInMs: dueAt - now }),
  };
};

export const isOver = ({ status }: Incident): boolean => status === 'resolved' || status === 'closed';

const endOf = (incident: Incident, now: number): number => {
  if (incident.status === 'closed') return incident.milestones.resolved ?? incident.closedAt;
  return incident.status === 'resolved' ? (incident.milestones.resolved ?? incident.statusSince) : now;
};

/** The newest by when it happened, of what still stands. */
export const newest = <Entry extends TimelineEntry>(
  entries: readonly Entry[],
  wanted: (entry: WrittenEntry) => boolean,
): Extract<Entry, { origin: 'written' }> | undefined => {
  let found: Extract<Entry, { origin: 'written' }> | undefined;
  const isWritten = (entry: Entry): entry is Extract<Entry, { origin: 'written' }> => entry.origin === 'written';
  for (const entry of entries) {
    if (!isWritten(entry) || entry.retracted !== undefined || !wanted(entry)) continue;
    if (found === undefined || entry.happenedAt >= found.happenedAt) found = entry;
  }
  return found;
};

const isDecision = ({ kind }: WrittenEntry): boolean => kind === 'decision';

/** When somebody decided something last, be it only to declare. */
const decidedAt = (incident: Incident, parts: RoomParts, entries: readonly TimelineEntry[]): number =>
  Math.max(newest(entries, isDecision)?.happenedAt ?? incident.declaredAt, lastVerdictAt(parts));

/** What was done or is known: a finding only where it is confirmed. */
const isAction = ({ kind, confidence }: WrittenEntry): boolean =>
  kind === 'decision' || kind === 'change' || (kind === 'finding' && confidence === 'confirmed');

const actionOf = ({ kind, text, happenedAt }: WrittenEntry, now: number): NonNullable<Brief['action']> => ({
  kind: kind === 'change' || kind === 'finding' ? kind : 'decision',
  text: shortened(text, WORDS.action),
  agoMs: Math.max(0, now - happenedAt),
});

type Lacking = {
  readonly decidedAt: number;
  readonly now: number;
  readonly isActive: (id: UserId) => boolean;
};

const needsOf = (incident: Incident, { decidedAt: last, now, isActive }: Lacking): readonly Need[] => {
  const holds = (role: 'commander' | 'communications-lead'): boolean =>
    activeHolder(incident.roles, role, isActive) !== undefined;
  const lacks: Readonly<Record<Need, boolean>> = {
    commander: !holds('commander'),
    'communications-lead': incident.severity <= 2 && !holds('communications-lead'),
    decision: now - last > DECIDES_WITHIN_MS,
  };
  return NEEDS.filter((need) => lacks[need]);
};
