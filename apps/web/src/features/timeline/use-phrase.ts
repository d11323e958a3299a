import type { RecordedEntry } from '@sitrep/shared/timeline/state';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import { useRoleNames } from '../../widgets/role-names.ts';
import { localClock, localDay } from '../../widgets/time-format.ts';
import { phraseOf, type Wording } from './phrases.ts';

/** Recorded facts in the reader's words, with the names of today. */
export const usePhrase = (): ((entry: RecordedEntry) => string) => {
  const t = useTranslations('phrases');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const actor = useActorNames();
  const { people } = usePeople();
  const roles = useRoleNames();
  return useMemo(() => {
    const wording: Wording = {
      t,
      actor,
      person: (id) => (id === undefined ? undefined : people.get(id)?.name) ?? common('somebody'),
      status: (status) => words(`status.${status}`),
      role: roles.name,
      milestone: (milestone) => words(`milestone.${milestone}`),
      time: (at) => `${localDay(at)} ${localClock(at, true)}`,
    };
    return (entry) => phraseOf(entry, wording);
  }, [t, words, common, actor, people, roles]);
};
