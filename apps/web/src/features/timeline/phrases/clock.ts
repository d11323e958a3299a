import type { NamedClock } from '@sitrep/shared/clocks/events';
import type { Entry, FactsOf, Wording } from './wording.ts';

type ClockFact = FactsOf<'clock' | 'escalation'>;

/** Later than this, and it was not noticed when it was due: the server was down. */
const LATE_MS = 60_000;

export const clockPhrase = (fact: ClockFact, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  switch (fact.type) {
    case 'clock.ran-out': {
      const sentence = overdue(fact.data, words);
      const noticedAt = entry.recordedAt ?? fact.data.dueAt;
      if (noticedAt - fact.data.dueAt < LATE_MS) return sentence;
      return t('clock.late', { sentence, due: words.time(fact.data.dueAt) });
    }
    case 'clock.deferred': {
      const { until, reason } = fact.data;
      return t('clock.deferred', { actor, clock: nameOf(fact.data, words), until: words.time(until), reason });
    }
    case 'clock.called-out': {
      const clocks = fact.data.timers.map((timer) => nameOf(timer, words)).join(', ');
      return t('clock.calledOut', { clocks, more: entry.more, times: entry.more + 1 });
    }
    case 'escalation.raised': {
      const { reason, cause } = fact.data;
      return cause === undefined
        ? t('clock.raised', { actor, reason: reason ?? '' })
        : t('clock.raisedBy', { clock: nameOf(cause, words) });
    }
    case 'escalation.ended':
      return t('clock.ended', { actor, reason: fact.data.reason });
  }
};

type RanOut = Extract<ClockFact, { type: 'clock.ran-out' }>['data'];

const overdue = ({ clock, label = '', startedAt, dueAt }: RanOut, { t, time }: Wording): string => {
  const minutes = Math.round((dueAt - startedAt) / 60_000);
  return t(`clock.overdue.${clock}`, { label, since: time(startedAt), minutes });
};

const nameOf = ({ clock, label = '' }: NamedClock, { t }: Wording): string => t(`clock.name.${clock}`, { label });
