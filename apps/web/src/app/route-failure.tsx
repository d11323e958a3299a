import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

export const RouteFailure = ({ onRetry }: { onRetry: () => void }) => {
  const t = useTranslations('page');
  const common = useTranslations('common');
  return (
    <div role="alert" className="mx-auto grid max-w-lg justify-items-center gap-3 px-4 py-12 text-center">
      <h1 className="text-title font-semibold">{t('failed')}</h1>
      <p className="text-text-2">{t('failedMeaning')}</p>
      <div className="flex gap-2">
        <Button variant="primary" onClick={onRetry}>
          {common('retry')}
        </Button>
        <Link to="/" className="self-center text-accent underline">
          {t('toBoard')}
        </Link>
      </div>
    </div>
  );
};
