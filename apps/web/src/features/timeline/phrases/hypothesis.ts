import type { Entry, FactsOf, Wording } from './wording.ts';

type HypothesisFact = FactsOf<'hypothesis'>;

export const hypothesisPhrase = (fact: HypothesisFact, entry: Entry, words: Wording): string => {
  const { t } = words;
  const { number, text } = fact.data;
  const about = { actor: words.actor(entry.by), number, text };
  switch (fact.type) {
    case 'hypothesis.suggested':
      return t('hypothesis.suggested', about);
    case 'hypothesis.reworded':
      return t('hypothesis.reworded', { ...about, from: fact.data.from });
    case 'hypothesis.test-started':
      return testStarted(fact, entry, words);
    case 'hypothesis.test-stopped': {
      const { reason } = fact.data;
      return reason === undefined
        ? t('hypothesis.stopped', about)
        : t('hypothesis.stoppedReason', { ...about, reason });
    }
    case 'hypothesis.confirmed':
      return t('hypothesis.confirmed', { ...about, conclusion: fact.data.conclusion });
    case 'hypothesis.ruled-out':
      return t('hypothesis.ruledOut', { ...about, conclusion: fact.data.conclusion });
    case 'hypothesis.reopened': {
      const { reason } = fact.data;
      return reason === undefined
        ? t('hypothesis.reopened', about)
        : t('hypothesis.reopenedReason', { ...about, reason });
    }
    case 'hypothesis.evidence-added': {
      const { stance, from } = fact.data;
      return t(from === undefined ? `hypothesis.${stance}` : `hypothesis.${stance}Now`, about);
    }
    case 'hypothesis.evidence-removed':
      return t('hypothesis.evidenceRemoved', about);
    case 'hypothesis.withdrawn': {
      const { reason } = fact.data;
      return reason === undefined
        ? t('hypothesis.withdrawn', about)
        : t('hypothesis.withdrawnReason', { ...about, reason });
    }
  }
};

type Started = Extract<HypothesisFact, { type: 'hypothesis.test-started' }>;

const testStarted = ({ data }: Started, { by }: Entry, { t, actor, person }: Wording): string => {
  const { number, text, check, from, tester } = data;
  const about = { number, text, check, actor: actor(by), tester: person(tester) };
  if (from === tester) return t('hypothesis.testsOn', about);
  if (by !== `user/${tester}`) return t('hypothesis.asks', about);
  return from === undefined
    ? t('hypothesis.tests', about)
    : t('hypothesis.takesOver', { ...about, from: person(from) });
};
