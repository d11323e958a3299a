import type { Entry, FactsOf, Wording } from './wording.ts';

export const checklistPhrase = (fact: FactsOf<'checklist'>, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  const { text } = fact.data;
  switch (fact.type) {
    case 'checklist.step-ticked':
      return t('checklist.ticked', { actor, text });
    case 'checklist.step-unticked':
      return t('checklist.unticked', { actor, text });
    case 'checklist.step-skipped':
      return t('checklist.skipped', { actor, text, reason: fact.data.reason });
  }
};
