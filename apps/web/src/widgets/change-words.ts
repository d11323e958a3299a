import type { Change, ChangedField } from '@sitrep/shared/incidents/state';
import { INCIDENT_STATUSES } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../live/react.tsx';
import { useActorNames } from './person.tsx';
import { utcClock } from './time-format.ts';

const SHOWN_LENGTH = 60;

/** At a space, so that no letter is cut in two. */
const shortened = (text: string): string =>
  text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH).replace(/\s*\S*$/u, '')}…` : text;

/** What can be said to have changed: a field of an incident, or the pin of an entry. */
export type WordedField = ChangedField | 'pin';

/** "Ana: SEV3 → SEV2, 03:12:08Z" */
export const useChangeWords = (): ((
  field: WordedField,
  change: Pick<Change, 'from' | 'to' | 'by' | 'at'>,
) => string) => {
  const t = useTranslations('changes');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const actor = useActorNames();
  const { people } = usePeople();
  return useCallback(
    (field, { from, to, by, at }) => {
      const value = (what: string | number | undefined): string => {
        if (field === 'pin') return t(what === undefined ? 'unpinned' : 'pinned');
        if (what === undefined || what === '') return t('nothing');
        if (field === 'severity') return words('severity', { severity: Number(what) });
        if (field.startsWith('role/')) return people.get(what as UserId)?.name ?? common('somebody');
        if (field.startsWith('milestone/')) return utcClock(Number(what));
        const status = field === 'status' ? INCIDENT_STATUSES.find((one) => one === what) : undefined;
        return status === undefined ? shortened(String(what)) : words(`status.${status}`);
      };
      const named = { name: actor(by), time: utcClock(at) };
      return t('change', { ...named, from: value(from), to: value(to) });
    },
    [t, words, common, actor, people],
  );
};
