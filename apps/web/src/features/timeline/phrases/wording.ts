import type { IncidentRole, Milestone, OpenStatus } from '@sitrep/shared/incidents/values';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Fact } from '@sitrep/shared/timeline/recorded';
import type { RecordedEntry } from '@sitrep/shared/timeline/state';
import type { Translate } from '../translate.ts';

/** How a fact becomes a sentence needs the reader's words, and the names of today. */
export type Wording = {
  readonly t: Translate;
  readonly actor: (ref: ActorRef) => string;
  readonly person: (id: UserId | undefined) => string;
  readonly status: (status: OpenStatus) => string;
  readonly role: (role: IncidentRole) => string;
  readonly milestone: (milestone: Milestone) => string;
  readonly time: (at: number) => string;
};

export type Entry = Pick<RecordedEntry, 'fact' | 'by' | 'more'> & Partial<Pick<RecordedEntry, 'recordedAt'>>;

/** Facts whose type begins so. */
export type FactsOf<Prefix extends string> = Extract<Fact, { type: `${Prefix}.${string}` }>;
