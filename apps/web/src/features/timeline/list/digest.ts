import { userIdOf } from '@sitrep/shared/kernel/actor';
import type { IncidentRole, OpenStatus, Severity } from '@sitrep/shared/incidents/values';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { RoomEntry } from '../../../live/live-client.ts';

/** What a screen reader is told of entries that came. */
export type Digest = {
  readonly count: number;
  readonly severity?: Severity;
  readonly status?: OpenStatus;
};

/** What does not wait. */
export type Alarm =
  | { readonly kind: 'raised' }
  /** The reader has it, or is asked to take it. */
  | { readonly kind: 'role' | 'asked'; readonly role: IncidentRole };

/** Entries of others that were recorded after `version`, oldest first. */
export const newsAfter = (entries: readonly RoomEntry[], version: number, reader: ActorRef): readonly RoomEntry[] => {
  const news: RoomEntry[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined || (entry.delivery === undefined && entry.version <= version)) break;
    if (entry.delivery === undefined && entry.by !== reader) news.unshift(entry);
  }
  return news;
};

export const digestOf = (news: readonly RoomEntry[]): Digest => {
  const digest: { count: number; severity?: Severity; status?: OpenStatus } = { count: news.length };
  for (const entry of news) {
    if (entry.origin !== 'recorded') continue;
    if (entry.fact.type === 'incident.severity-changed') digest.severity = entry.fact.data.to;
    if (entry.fact.type === 'incident.status-changed') digest.status = entry.fact.data.to;
  }
  return digest;
};

export const alarmsOf = (news: readonly RoomEntry[], reader: ActorRef): readonly Alarm[] =>
  news.flatMap((entry): readonly Alarm[] => {
    if (entry.origin !== 'recorded') return [];
    const { fact } = entry;
    if (fact.type === 'incident.severity-changed' && fact.data.to === 1) return [{ kind: 'raised' }];
    if (fact.type === 'incident.role-changed' && fact.data.to !== undefined && fact.data.to === userIdOf(reader)) {
      return [{ kind: 'role', role: fact.data.role }];
    }
    if (fact.type === 'role.offered' && fact.data.to === userIdOf(reader)) {
      return [{ kind: 'asked', role: fact.data.role }];
    }
    return [];
  });
