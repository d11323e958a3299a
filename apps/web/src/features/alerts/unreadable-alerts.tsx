import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stamp } from '../../widgets/times.tsx';
import { unreadableAlerts } from './get-unreadable.ts';

export const UnreadableAlerts = () => {
  const t = useTranslations('alerts');
  const { data, isError, refetch } = useQuery(unreadableAlerts);
  if (isError) return <PanelFailure onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton />;
  if (data.items.length === 0) return <EmptyState title={t('noneUnreadable')}>{t('unreadableMeaning')}</EmptyState>;
  return (
    <ul aria-label={t('unreadable')}>
      {data.items.map(({ id, receivedAt, fault, raw }) => (
        <li key={id} className="grid gap-1 border-b border-border bg-surface px-4 py-2">
          <p>
            <span className="font-medium">{t('fault')}:</span> {fault}{' '}
            <span className="text-dense text-text-2">
              <Stamp at={receivedAt} />
            </span>
          </p>
          <details>
            <summary className="target w-fit py-1 text-dense text-text-2">{t('raw')}</summary>
            <pre className="max-h-72 overflow-auto rounded-m border border-border bg-raised p-2 font-mono text-meta whitespace-pre-wrap">
              {raw}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  );
};
