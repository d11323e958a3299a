import { userIdOf } from '@sitrep/shared/kernel/actor';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { RecordedEntry, TimelineEntry, WrittenEntry } from '@sitrep/shared/timeline/state';

/** As people filter by them: what is written by its kind, what Sitrep records in two. In the order of their keys. */
export const GROUPS = ['note', 'finding', 'decision', 'change', 'impact', 'link', 'alert', 'state'] as const;
export type Group = (typeof GROUPS)[number];

export const groupOf = (entry: TimelineEntry): Group => {
  if (entry.origin === 'written') return entry.kind === 'file' ? 'link' : entry.kind;
  return entry.fact.type.startsWith('incident.alerts-') ? 'alert' : 'state';
};

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
  const { fact } = entry;
  if (fact.type === 'incident.role-changed') return fact.data.from === id || fact.data.to === id;
  return (
    (fact.type === 'incident.access-granted' || fact.type === 'incident.access-revoked') && fact.data.userId === id
  );
};

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
