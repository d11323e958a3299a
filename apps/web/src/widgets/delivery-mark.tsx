import { CloudOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Delivery } from '../live/live-client.ts';
import { Badge } from '../ui/badge.tsx';
import { Spinner } from '../ui/spinner.tsx';

/** How far what somebody wrote here has come; nothing once the server has it. */
export const DeliveryMark = ({ entry }: { entry: Delivery }) => {
  const t = useTranslations('timeline');
  if (entry.delivery === undefined) return null;
  switch (entry.delivery) {
    case 'pending':
      return (
        <span className="inline-flex items-center gap-1 text-meta text-text-2">
          <Spinner />
          {t('pending')}
        </span>
      );
    case 'unsent':
      return (
        <Badge tone="warn" title={t('unsentMeaning')}>
          <CloudOff size={12} aria-hidden />
          {t('unsent')}
        </Badge>
      );
    case 'refused':
      return <Badge tone="alarm">{t('refused')}</Badge>;
  }
};
