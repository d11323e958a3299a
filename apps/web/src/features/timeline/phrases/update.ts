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
    case 'update.held':
      return t(`update.held.${fact.data.audience}`, { actor });
    case 'update.published':
      return published(fact.data, words);
  }
};

type Published = Extract<FactsOf<'update'>, { type: 'update.published' }>['data'];

const published = ({ audience, content, publishedBy, withoutApproval }: Published, words: Wording): string => {
  const about = { name: words.person(publishedBy), text: content.text };
  return withoutApproval === undefined
    ? words.t(`update.published.${audience}`, about)
    : words.t('update.publishedWithoutApproval', { ...about, reason: withoutApproval });
};
