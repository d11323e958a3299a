import type { UserId } from '@sitrep/shared/kernel/ids';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';

export const usePersonNames = (): ((id: UserId) => string) => {
  const t = useTranslations('common');
  const { people } = usePeople();
  return useCallback((id) => people.get(id)?.name ?? t('somebody'), [people, t]);
};
