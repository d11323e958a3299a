import type { Entry, FactsOf, Wording } from './wording.ts';

type RosterFact = FactsOf<'role' | 'commander' | 'responder' | 'need'>;

export const rosterPhrase = (fact: RosterFact, entry: Entry, words: Wording): string => {
  const { t, person } = words;
  const actor = words.actor(entry.by);
  switch (fact.type) {
    case 'role.offered':
      return offered(fact.data, actor, words);
    case 'role.offer-declined': {
      const { role, to, reason } = fact.data;
      const about = { to: person(to), role: words.role(role) };
      return reason === undefined ? t('roster.declined', about) : t('roster.declinedReason', { ...about, reason });
    }
    case 'role.offer-withdrawn':
      return t('roster.withdrawn', { actor, to: person(fact.data.to), role: words.role(fact.data.role) });
    case 'commander.went-away':
      return t('roster.wentAway', { person: person(fact.data.userId), since: words.time(fact.data.since) });
    case 'commander.came-back':
      return t('roster.cameBack', { person: person(fact.data.userId) });
    case 'responder.joined':
      return byThemselves(fact.data.userId, entry)
        ? t('roster.joined', { person: person(fact.data.userId) })
        : t('roster.added', { actor, person: person(fact.data.userId) });
    case 'responder.left':
      return byThemselves(fact.data.userId, entry)
        ? t('roster.left', { person: person(fact.data.userId) })
        : t('roster.released', { actor, person: person(fact.data.userId) });
    case 'need.raised':
      return t('roster.needRaised', { actor, text: fact.data.text });
    case 'need.claimed':
      return t('roster.needClaimed', { person: person(fact.data.userId), text: fact.data.text });
    case 'need.unclaimed':
      return t('roster.needUnclaimed', { actor, text: fact.data.text });
    case 'need.met':
      return t('roster.needMet', { actor, text: fact.data.text });
    case 'need.withdrawn': {
      const { text, reason } = fact.data;
      return reason === undefined
        ? t('roster.needWithdrawn', { actor, text })
        : t('roster.needWithdrawnReason', { actor, text, reason });
    }
  }
};

type Offered = Extract<RosterFact, { type: 'role.offered' }>['data'];

const offered = ({ role, from, to, kind }: Offered, actor: string, words: Wording): string => {
  const about = { actor, to: words.person(to), role: words.role(role) };
  switch (kind) {
    case 'commander-away':
      return words.t('roster.asksDeputy', { to: about.to, from: words.person(from) });
    case 'handover':
      return words.t('roster.handsOver', about);
    case 'offer':
      return from === undefined
        ? words.t('roster.asks', about)
        : words.t('roster.handsOverFrom', { ...about, from: words.person(from) });
  }
};

const byThemselves = (userId: string, { by }: Entry): boolean => by === `user/${userId}`;
