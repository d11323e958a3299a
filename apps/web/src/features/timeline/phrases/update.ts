import type { Entry, FactsOf, Wording } from './wording.ts';

export const updatePhrase = (fact: FactsOf<'update'>, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  switch (fact.type) {
    case 'update.approval-requested':
      return t('update.approvalRequested', { actor });
    case 'update.approved':
      return t('update.approved', { actor });
    case 'update.changes-requested':
      return t('update.changesRequested', { actor, reason: fact.data.reason });
    case 'update.publishing': {
      const { audience, withoutApproval } = fact.data;
      return withoutApproval === undefined
        ? t(`update.publishing.${audience}`, { actor })
        : t('update.publishingWithoutApproval', { actor, reason: withoutApproval });
    }
    case 'update.held':
      return t(`update.held.${fact.data.audience}`, { actor });
    case 'update.published': {
      const { audience, content, withoutApproval } = fact.data;
      return withoutApproval === undefined
        ? t(`update.published.${audience}`, { text: content.text })
        : t('update.publishedWithoutApproval', { text: content.text });
    }
  }
};
