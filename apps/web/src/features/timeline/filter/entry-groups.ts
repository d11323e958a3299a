import { userIdOf } from '@sitrep/shared/kernel/actor';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { RecordedEntry, TimelineEntry, WrittenEntry } from '@sitrep/shared/timeline/state';

/** As people filter by them: what is written by its kind, what Sitrep records by what it is about. Keys are for the first eight. */
export const GROUPS = [
  ...(['note', 'finding', 'decision', 'change', 'impact', 'link', 'alert', 'state'] as const),
  ...(['hypothesis', 'mitigation', 'task', 'update', 'clock'] as const),
] as const;
export type Group = (typeof GROUPS)[number];

export const groupOf = (entry: TimelineEntry): Group => {
  if (entry.origin === 'written') return entry.kind === 'file' ? 'link' : entry.kind;
  const { type } = entry.fact;
  return RECORDED.find(([beginning]) => type.startsWith(beginning))?.[1] ?? 'state';
};

/** By how the type of the fact begins; all else is a change of the incident's state. */
const RECORDED = Object.entries({
  'incident.alerts-': 'alert',
  'hypothesis.': 'hypothesis',
  'mitigation.': 'mitigation',
  'task.': 'task',
  'follow-up.': 'task',
  'checklist.': 'task',
  'need.': 'task',
  'update.': 'update',
  'clock.': 'clock',
  'escalation.': 'clock',
  'situation.impact-': 'impact',
  'situation.attention-': 'impact',
  'situation.link-': 'link',
} as const satisfies Readonly<Record<string, Group>>);

export type EntryFilter = {
  readonly kind?: readonly Group[] | undefined;
  readonly by?: UserId | undefined;
  readonly service?: string | undefined;
  readonly pinned?: true | undefined;
};

/** How many filters are on. */
export const countFilters = ({ kind = [], by, service, pinned }: EntryFilter): number =>
  kind.length + [by, service, pinned].filter((one) => one !== undefined).length;

/** `always`: entries that stay whatever is asked for, such as what the reader has just written. */
export const filterEntries = <Entry extends TimelineEntry>(
  entries: readonly Entry[],
  filter: EntryFilter,
  always: (id: string) => boolean,
): readonly Entry[] => {
  if (countFilters(filter) === 0) return entries;
  const { kind = [], by, service, pinned } = filter;
  return entries.filter(
    (entry) =>
      always(entry.id) ||
      ((kind.length === 0 || kind.includes(groupOf(entry))) &&
        (by === undefined || isAboutPerson(entry, by)) &&
        (service === undefined || isAboutService(entry, service)) &&
        (pinned !== true || entry.pinned)),
  );
};

/** They did it, said it, or it happened to them. */
const isAboutPerson = (entry: TimelineEntry, id: UserId): boolean => {
  if (userIdOf(entry.by) === id) return true;
  if (entry.origin === 'written')
    return entry.saidBy !== undefined && 'userId' in entry.saidBy && entry.saidBy.userId === id;
  return names(entry.fact.data, id);
};

/** Whoever holds, tests, owns, executes: ids are nobody else's, so it does not matter what the field is called. */
const names = (data: unknown, id: UserId): boolean =>
  data === id || (typeof data === 'object' && data !== null && Object.values(data).some((value) => names(value, id)));

const isAboutService = (entry: TimelineEntry, service: string): boolean =>
  entry.origin === 'written' ? mentions(entry, service) : servicesIn(entry).includes(service);

const WORD = /[\p{L}\p{N}_]/u;

/** As a word of its own: `search` is not in `research`. */
const mentions = ({ text }: WrittenEntry, service: string): boolean => {
  const [inText, name] = [text.toLowerCase(), service.toLowerCase()];
  for (let from = inText.indexOf(name); from !== -1; from = inText.indexOf(name, from + 1)) {
    const [before, after] = [inText[from - 1] ?? '', inText[from + name.length] ?? ''];
    if (!WORD.test(before) && !WORD.test(after)) return true;
  }
  return false;
};

const servicesIn = ({ fact }: RecordedEntry): readonly string[] => {
  if (fact.type === 'incident.declared') return fact.data.services;
  if (fact.type === 'incident.alerts-joined') return fact.data.alerts.flatMap((alert) => alert.service ?? []);
  if ('plan' in fact.data) return fact.data.plan.services;
  return 'service' in fact.data ? [fact.data.service] : [];
};

export type Cast = { readonly people: readonly UserId[]; readonly services: readonly string[] };

/** Who wrote on this timeline, and the services that Sitrep knows from it: what one may filter by. */
export const castOf = (entries: readonly TimelineEntry[]): Cast => {
  const people = new Set<UserId>();
  const services = new Set<string>();
  for (const entry of entries) {
    const id = userIdOf(entry.by);
    if (id !== undefined) people.add(id);
    if (entry.origin === 'recorded') for (const service of servicesIn(entry)) services.add(service);
    else if (entry.saidBy !== undefined && 'userId' in entry.saidBy) people.add(entry.saidBy.userId);
  }
  return { people: [...people], services: [...services].toSorted() };
};
