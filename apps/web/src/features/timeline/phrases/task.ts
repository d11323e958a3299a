import type { Entry, FactsOf, Wording } from './wording.ts';

type TaskFact = FactsOf<'task' | 'follow-up'>;
type Fact<T extends TaskFact['type']> = Extract<TaskFact, { type: T }>;

export const taskPhrase = (fact: TaskFact, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  const { text } = fact.data;
  switch (fact.type) {
    case 'task.assigned':
      return assigned(fact, entry, words);
    case 'task.reassigned':
      return reassigned(fact, entry, words);
    case 'task.extended':
      return extended(fact, entry, words);
    case 'task.acknowledged':
      return t('task.acknowledged', { actor, number: fact.data.number, text });
    case 'task.done': {
      const { number, result } = fact.data;
      return result === undefined
        ? t('task.done', { actor, number, text })
        : t('task.doneResult', { actor, number, text, result });
    }
    case 'task.failed': {
      const { number, reason } = fact.data;
      return t('task.failed', { actor, number, text, reason });
    }
    case 'task.cancelled': {
      const { number, reason } = fact.data;
      return reason === undefined
        ? t('task.cancelled', { actor, number, text })
        : t('task.cancelledReason', { actor, number, text, reason });
    }
    case 'task.reopened':
      return t('task.reopened', { actor, number: fact.data.number, text });
    case 'follow-up.kept':
      return t('task.kept', { actor, text });
    case 'follow-up.dropped': {
      const { reason } = fact.data;
      return reason === undefined
        ? t('task.dropped', { actor, text })
        : t('task.droppedReason', { actor, text, reason });
    }
  }
};

const assigned = (
  { data }: Fact<'task.assigned'>,
  { by, recordedAt }: Entry,
  { t, actor, person, time }: Wording,
): string => {
  const { number, text, assignee, dueAt } = data;
  const about = { actor: actor(by), person: person(assignee), number, text };
  const own = by === `user/${assignee}`;
  if (dueAt === undefined) return t(own ? 'task.taken' : 'task.assigned', about);
  const minutes = minutesIn(recordedAt, dueAt);
  if (minutes === undefined) return t(own ? 'task.takenUntil' : 'task.assignedUntil', { ...about, due: time(dueAt) });
  return t(own ? 'task.takenFor' : 'task.assignedFor', { ...about, minutes });
};

const extended = ({ data }: Fact<'task.extended'>, entry: Entry, { t, actor, time }: Wording): string => {
  const { number, text, from, dueAt } = data;
  const about = { actor: actor(entry.by), number, text };
  if (dueAt === undefined) return t('task.unbounded', about);
  const since = entry.recordedAt === undefined ? undefined : Math.max(entry.recordedAt, from ?? 0);
  const minutes = minutesIn(since, dueAt);
  return minutes === undefined
    ? t('task.extended', { ...about, due: time(dueAt) })
    : t('task.extendedBy', { ...about, minutes });
};

/** Of a time-box that is said better by its length than by its end. */
const minutesIn = (since: number | undefined, until: number): number | undefined => {
  const minutes = since === undefined ? 0 : Math.round((until - since) / 60_000);
  return minutes > 0 && minutes <= 240 ? minutes : undefined;
};

const reassigned = ({ data }: Fact<'task.reassigned'>, { by }: Entry, { t, actor, person }: Wording): string => {
  const { number, text, from, to } = data;
  const about = { actor: actor(by), from: person(from), to: person(to), number, text };
  if (by === `user/${to}`) return t('task.takenOver', about);
  return t(by === `user/${from}` ? 'task.handedOn' : 'task.reassigned', about);
};
