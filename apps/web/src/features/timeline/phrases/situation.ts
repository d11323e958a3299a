import { IMPACT_TEXTS } from '@sitrep/shared/situation/values';
import type { Entry, FactsOf, Wording } from './wording.ts';

type SituationFact = FactsOf<'situation'>;
type DataOf<T extends SituationFact['type']> = Extract<SituationFact, { type: T }>['data'];

/** What changed in the incident state document, as a sentence. */
export const situationPhrase = (fact: SituationFact, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  switch (fact.type) {
    case 'situation.impact-changed':
      return t('situation.impact', { actor, parts: impactParts(fact.data.changes, words).join('; ') });
    case 'situation.objectives-changed': {
      const { from, to } = fact.data;
      if (to === '') return t('situation.objectivesRemoved', { actor });
      return t(from === '' ? 'situation.objectivesWritten' : 'situation.objectivesChanged', { actor, to });
    }
    case 'situation.criterion-added':
      return t('situation.criterionAdded', { actor, text: fact.data.text });
    case 'situation.criterion-reworded': {
      const { from, to } = fact.data;
      return t('situation.criterionReworded', { actor, from, to });
    }
    case 'situation.criterion-met':
      return t('situation.criterionMet', { actor, text: fact.data.text });
    case 'situation.criterion-unmet':
      return t('situation.criterionUnmet', { actor, text: fact.data.text });
    case 'situation.criterion-removed':
      return t('situation.criterionRemoved', { actor, text: fact.data.text });
    case 'situation.link-added':
      return t('situation.linkAdded', { actor, ...linkWords(fact.data, words) });
    case 'situation.link-removed':
      return t('situation.linkRemoved', { actor, ...linkWords(fact.data, words) });
    case 'situation.attention-set':
      return attention(fact.data, actor, words);
    case 'situation.postmortem-scheduled':
      return t('situation.postmortem', { actor, time: words.time(fact.data.meetsAt) });
    case 'situation.handover-recorded':
      return t('situation.handover', { actor });
  }
};

const impactParts = (
  changes: DataOf<'situation.impact-changed'>['changes'],
  { t, time }: Wording,
): readonly string[] => {
  const { numbers, trend } = changes;
  const parts: string[] = [];
  for (const field of IMPACT_TEXTS) {
    const text = changes[field];
    if (text === undefined) continue;
    parts.push(text === '' ? t(`situation.${field}Cleared`) : t(`situation.${field}`, { text }));
  }
  if (numbers !== undefined) {
    parts.push(
      numbers.length === 0
        ? t('situation.numbersCleared')
        : numbers.map(({ label, value }) => t('situation.number', { label, value })).join(', '),
    );
  }
  if (trend !== undefined) parts.push(t(trend === null ? 'situation.trendCleared' : `situation.${trend}`));
  for (const field of ['startedAt', 'endedAt'] as const) {
    const at = changes[field];
    if (at === undefined) continue;
    parts.push(at === null ? t(`situation.${field}Cleared`) : t(`situation.${field}`, { time: time(at) }));
  }
  return parts;
};

const linkWords = ({ kind, label, url }: DataOf<'situation.link-added'>, { t }: Wording) => ({
  kind: t(`situation.link.${kind}`),
  what: label === '' ? url : label,
});

const attention = ({ expected, reason }: DataOf<'situation.attention-set'>, actor: string, { t }: Wording): string => {
  const key = expected ? 'attention' : 'attentionOver';
  return reason === undefined ? t(`situation.${key}`, { actor }) : t(`situation.${key}Reason`, { actor, reason });
};
