import type { ActorRef } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import type { Fact } from '../timeline/recorded.ts';
import type { RecordedEntry } from '../timeline/state.ts';
import type { Room } from './room.ts';

/** What came of the work in a room since somebody last looked: the facts that say how it stands now, newest first. */
export type WhatWasDone = {
  /** Confirmed since, and still. */
  readonly causes: readonly RecordedEntry[];
  /** The last move of each that moved; not of one that came and went. */
  readonly mitigations: readonly RecordedEntry[];
  readonly updates: readonly RecordedEntry[];
  /** Given to who asks since, and open. */
  readonly tasks: readonly RecordedEntry[];
};

type Looking = {
  readonly since: number;
  readonly asker: UserId | undefined;
  readonly isOwn: (actor: ActorRef) => boolean;
};

export const whatWasDone = (room: Room, { since, asker, isOwn }: Looking): WhatWasDone => {
  const news = room.timeline.entries.filter(
    (entry): entry is RecordedEntry => entry.origin === 'recorded' && entry.version > since,
  );
  const others = ({ by }: RecordedEntry): boolean => !isOwn(by);
  return {
    causes: lastMoves(news, 'hypothesis.', 'hypothesisId')
      .filter(({ fact }) => fact.type === 'hypothesis.confirmed')
      .filter(others),
    mitigations: lastMoves(news, 'mitigation.', 'mitigationId')
      .filter(({ fact }) => !(fact.type === 'mitigation.withdrawn' && isProposedIn(news, fact.data.mitigationId)))
      .filter(others),
    updates: news.filter((entry) => isUpdateOfOthers(room, entry, isOwn)).toReversed(),
    tasks: lastMoves(news, 'task.', 'taskId')
      .filter((entry) => isOpenTaskOf(room, entry.fact, asker))
      .filter(others),
  };
};

/** What says how a thing stands; all other facts about it leave that as it is. */
const MOVES = new Set<Fact['type']>([
  'hypothesis.test-started',
  'hypothesis.test-stopped',
  'hypothesis.confirmed',
  'hypothesis.ruled-out',
  'hypothesis.reopened',
  'hypothesis.withdrawn',
  'mitigation.proposed',
  'mitigation.approved',
  'mitigation.rejected',
  'mitigation.withdrawn',
  'mitigation.started',
  'mitigation.executed',
  'mitigation.verified',
  'mitigation.halted',
  'mitigation.recorded-uncoordinated',
  'task.assigned',
  'task.reassigned',
]);

/** The newest move of each thing, the newest first. */
const lastMoves = (news: readonly RecordedEntry[], prefix: string, id: string): readonly RecordedEntry[] => {
  const found = new Map<unknown, RecordedEntry>();
  for (const entry of news.toReversed()) {
    const { type, data } = entry.fact;
    const subject = (data as Readonly<Record<string, unknown>>)[id];
    if (type.startsWith(prefix) && MOVES.has(type) && !found.has(subject)) found.set(subject, entry);
  }
  return [...found.values()];
};

const isProposedIn = (news: readonly RecordedEntry[], id: string): boolean =>
  news.some(({ fact }) => fact.type === 'mitigation.proposed' && fact.data.mitigationId === id);

/** Sitrep lets an update go after the time to hold it: it is the news of who published it. */
const isUpdateOfOthers = ({ updates }: Room, { fact, by }: RecordedEntry, isOwn: Looking['isOwn']): boolean => {
  if (fact.type !== 'update.published') return false;
  const update = updates.items.find(({ id }) => id === fact.data.updateId);
  return !isOwn(update?.status === 'published' ? update.by : by);
};

const isOpenTaskOf = ({ tasks }: Room, fact: Fact, asker: UserId | undefined): boolean => {
  if (asker === undefined || (fact.type !== 'task.assigned' && fact.type !== 'task.reassigned')) return false;
  const task = tasks.items.find(({ id }) => id === fact.data.taskId);
  return task?.status === 'open' && task.assignee === asker;
};
