import { useTranslations } from 'use-intl';
import type { OlderEntries } from '../../../live/react.tsx';
import { Button } from '../../../ui/button.tsx';

/** Before the oldest entry that is loaded: how to get earlier ones, or that there are none. */
export const ListHead = ({ older, px, newestFirst }: { older: OlderEntries; px: number; newestFirst: boolean }) => {
  const t = useTranslations('timeline');
  if (newestFirst) return null;
  return (
    <li className="absolute inset-x-0 top-0 grid place-items-center text-meta text-text-2" style={{ height: px }}>
      {older.hasOlder ? (
        <Button busy={older.loading} onClick={() => void older.load()}>
          {older.loading ? t('loadingEarlier') : t('loadEarlier')}
        </Button>
      ) : (
        t('beginning')
      )}
    </li>
  );
};
