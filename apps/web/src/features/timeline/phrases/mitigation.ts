import type { Entry, FactsOf, Wording } from './wording.ts';

type MitigationFact = FactsOf<'mitigation'>;

/** What happened to a production change, as a sentence that needs no ledger beside it. */
export const mitigationPhrase = (fact: MitigationFact, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  switch (fact.type) {
    case 'mitigation.proposed':
      return t('mitigation.proposed', { actor, number: fact.data.number, title: fact.data.plan.title });
    case 'mitigation.amended': {
      const changed = fact.data.changed.map((field) => t(`mitigation.field.${field}`)).join(', ');
      return t('mitigation.amended', { ...named(fact), actor, changed });
    }
    case 'mitigation.objected':
      return t('mitigation.objected', { ...named(fact), actor, reason: fact.data.reason });
    case 'mitigation.objection-withdrawn':
      return t('mitigation.objectionWithdrawn', { ...named(fact), actor });
    case 'mitigation.approved':
      return approved(fact, actor, words);
    case 'mitigation.rejected':
      return t('mitigation.rejected', { ...named(fact), actor, reason: fact.data.reason });
    case 'mitigation.withdrawn':
      return noted(t('mitigation.withdrawn', { ...named(fact), actor }), fact.data.reason, words);
    case 'mitigation.started': {
      const executor = words.person(fact.data.executor);
      return entry.by === `user/${fact.data.executor}`
        ? t('mitigation.started', { ...named(fact), executor })
        : t('mitigation.startedFor', { ...named(fact), actor, executor });
    }
    case 'mitigation.executed':
      return noted(t('mitigation.executed', { ...named(fact), actor }), fact.data.seen, words);
    case 'mitigation.verified':
      return t(`mitigation.${fact.data.outcome}`, { ...named(fact), actor, seen: fact.data.seen });
    case 'mitigation.halted':
      return noted(t('mitigation.halted', { ...named(fact), actor }), fact.data.reason, words);
    case 'mitigation.recorded-uncoordinated':
      return uncoordinated(fact, words);
  }
};

type FactOf<T extends MitigationFact['type']> = Extract<MitigationFact, { type: `mitigation.${string}` & T }>;

const named = ({ data: { number, title } }: { data: { number: number; title: string } }) => ({ number, title });

/** The decision as a war room says it: what, who goes ahead, and what stood against it. */
const approved = (fact: FactOf<'mitigation.approved'>, actor: string, words: Wording): string => {
  const { owner, despite, collisions, note } = fact.data;
  const values = { ...named(fact), actor, objections: despite.length, collisions: collisions.length };
  const sentence =
    owner === undefined
      ? words.t('mitigation.approvedUnowned', values)
      : words.t('mitigation.approved', { ...values, owner: words.person(owner) });
  return noted(sentence, note, words);
};

const uncoordinated = ({ data }: FactOf<'mitigation.recorded-uncoordinated'>, words: Wording): string => {
  const { number, plan, reason, doneAt, doneBy } = data;
  const values = { number, title: plan.title, reason, time: words.time(doneAt) };
  return doneBy === undefined
    ? words.t('mitigation.uncoordinated', values)
    : words.t('mitigation.uncoordinatedBy', { ...values, person: words.person(doneBy) });
};

const noted = (sentence: string, note: string | undefined, words: Wording): string =>
  note === undefined ? sentence : words.t('mitigation.withNote', { sentence, note });
