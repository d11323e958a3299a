import type { EntryId } from '../kernel/ids.ts';
import { collidingMitigations, type MitigationCollision, type RelatedServices } from '../mitigations/collisions.ts';
import type { Mitigation, Mitigations } from '../mitigations/state.ts';
import { FRESH_MS } from '../mitigations/values.ts';
import type { TimelineEntry, WrittenEntry } from '../timeline/state.ts';

/** A change that somebody wrote down, on a service that the mitigation targets. */
export type RecentChange = {
  readonly entryId: EntryId;
  readonly happenedAt: number;
  readonly text: string;
  readonly service: string;
};

/** What whoever approves should have seen. */
export type Collisions = {
  readonly mitigations: readonly MitigationCollision[];
  /** The newest first. */
  readonly changes: readonly RecentChange[];
};

type Room = {
  readonly mitigations: Mitigations;
  readonly timeline: { readonly entries: readonly TimelineEntry[] };
};
type Graph = { readonly relatedServices?: RelatedServices };

/** Other mitigations on the same services, and changes there in the last two hours. */
export const collisionsOf = (
  { mitigations, timeline }: Room,
  mitigation: Pick<Mitigation, 'id' | 'plan'>,
  now: number,
  { relatedServices }: Graph = {},
): Collisions => ({
  mitigations: collidingMitigations(mitigations.items, mitigation, now, relatedServices),
  changes: recentChanges(timeline.entries, mitigation.plan.services, now),
});

const recentChanges = (
  entries: readonly TimelineEntry[],
  services: readonly string[],
  now: number,
): readonly RecentChange[] => {
  const named = services.map((service) => ({ service, pattern: asWord(service) }));
  return entries
    .filter((entry): entry is WrittenEntry => isFreshChange(entry, now))
    .flatMap(({ id, happenedAt, text }) => {
      const service = named.find(({ pattern }) => pattern.test(text))?.service;
      return service === undefined ? [] : [{ entryId: id, happenedAt, text, service }];
    })
    .toSorted((one, other) => other.happenedAt - one.happenedAt);
};

const isFreshChange = (entry: TimelineEntry, now: number): boolean =>
  entry.origin === 'written' &&
  entry.kind === 'change' &&
  entry.retracted === undefined &&
  now - entry.happenedAt <= FRESH_MS;

/** Those that a text names as a word. */
export const servicesNamedIn = (text: string, services: readonly string[]): readonly string[] =>
  services.filter((service) => asWord(service).test(text));

// `api` is no word of `api-gateway`: names of services have hyphens, dots and slashes in them.
const PART_OF_NAME = String.raw`[\p{L}\p{N}_]|[-./](?=[\p{L}\p{N}])`;

const asWord = (service: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_\\-./])${escaped(service)}(?!${PART_OF_NAME})`, 'iu');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
