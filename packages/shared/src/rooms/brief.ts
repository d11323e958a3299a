import { activeHolder } from '../incidents/holders.ts';
import type { Incident } from '../incidents/state.ts';
import type { IncidentKey, IncidentStatus, Severity } from '../incidents/values.ts';
import type { UserId } from '../kernel/ids.ts';
import type { TimelineEntry, WrittenEntry } from '../timeline/state.ts';
import type { Confidence } from '../timeline/values.ts';

/** An incident that is led decides something at least so often. */
export const DECIDES_WITHIN_MS = 30 * 60_000;

/** Of a text somebody wrote, what can be taken in at once. */
const WORDS = { title: 10, impact: 9, action: 9 } as const;
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
  readonly impact?: { readonly text: string; readonly confidence?: Confidence };
  readonly commander?: UserId;
  readonly action?: { readonly kind: 'decision' | 'change' | 'finding'; readonly text: string; readonly agoMs: number };
  readonly needs: readonly Need[];
};

type Sources = {
  readonly incident: Incident;
  readonly entries: readonly TimelineEntry[];
  readonly now: number;
  readonly isActive: (id: UserId) => boolean;
};

export const briefOf = ({ incident, entries, now, isActive }: Sources): Brief => {
  const commander = activeHolder(incident.roles, 'commander', isActive);
  const impact = newest(entries, ({ kind }) => kind === 'impact');
  const action = newest(entries, isAction);
  return {
    key: incident.key,
    severity: incident.severity,
    title: shortened(incident.title, WORDS.title),
    status: incident.status,
    lastedMs: Math.max(0, endOf(incident, now) - (incident.milestones.started ?? incident.declaredAt)),
    services: incident.services.slice(0, SERVICES),
    moreServices: Math.max(0, incident.services.length - SERVICES),
    ...(impact === undefined ? {} : { impact: impactOf(impact) }),
    ...(commander === undefined ? {} : { commander }),
    ...(action === undefined ? {} : { action: actionOf(action, now) }),
    needs: isOver(incident) ? [] : needsOf(incident, { decided: newest(entries, isDecision), now, isActive }),
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

/** What was done or is known: a finding only where it is confirmed. */
const isAction = ({ kind, confidence }: WrittenEntry): boolean =>
  kind === 'decision' || kind === 'change' || (kind === 'finding' && confidence === 'confirmed');

const impactOf = ({ text, confidence }: WrittenEntry): NonNullable<Brief['impact']> => ({
  text: shortened(text, WORDS.impact),
  ...(confidence === undefined ? {} : { confidence }),
});

const actionOf = ({ kind, text, happenedAt }: WrittenEntry, now: number): NonNullable<Brief['action']> => ({
  kind: kind === 'change' || kind === 'finding' ? kind : 'decision',
  text: shortened(text, WORDS.action),
  agoMs: Math.max(0, now - happenedAt),
});

type Lacking = {
  readonly decided: WrittenEntry | undefined;
  readonly now: number;
  readonly isActive: (id: UserId) => boolean;
};

const needsOf = (incident: Incident, { decided, now, isActive }: Lacking): readonly Need[] => {
  const holds = (role: 'commander' | 'communications-lead'): boolean =>
    activeHolder(incident.roles, role, isActive) !== undefined;
  const lacks: Readonly<Record<Need, boolean>> = {
    commander: !holds('commander'),
    'communications-lead': incident.severity <= 2 && !holds('communications-lead'),
    decision: now - (decided?.happenedAt ?? incident.declaredAt) > DECIDES_WITHIN_MS,
  };
  return NEEDS.filter((need) => lacks[need]);
};

/** So many words, without line breaks and without the dot at the end: more words follow. */
const shortened = (text: string, max: number): string => {
  const words = text.trim().split(/\s+/u);
  const kept = words
    .slice(0, max)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
  return words.length > max ? `${kept}…` : kept;
};
