import type { UserId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';

export const useNameOf = (): ((id: UserId) => string) => {
  const common = useTranslations('common');
  const { people } = usePeople();
  return (id) => people.get(id)?.name ?? common('somebody');
};
