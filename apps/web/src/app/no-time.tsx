import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** For an address whose `at` is no time: the present must not be taken for the past that was asked for. */
export const NoTime = ({ at, onBack }: { at: string; onBack: () => void }) => {
  const t = useTranslations('past');
  return (
    <EmptyState
      title={t('noTime', { at })}
      action={
        <Button variant="primary" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      {t('noTimeMeaning')}
    </EmptyState>
  );
};
