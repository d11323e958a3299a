import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommandProblem } from '../../live/command-problem.ts';
import { usePeople } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGate, useMay } from '../../widgets/gate.ts';
import { integrationsQuery } from './api.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { IntegrationItem } from './integration-item.tsx';

export const IntegrationsPage = () => {
  const t = useTranslations('integrations');
  const may = useMay('integration.manage');
  const { data, error, refetch } = useQuery({ ...integrationsQuery, enabled: may });
  const { people } = usePeople();
  const names = [...people.values()]
    .filter(({ role, active }) => active && role === 'administrator')
    .map(({ name }) => name);
  const [connecting, setConnecting] = useState(false);
  const blocked = useGate('integration.manage');
  const connect = (
    <Button
      variant="primary"
      blocked={blocked}
      icon={<Plus size={16} aria-hidden />}
      onClick={() => setConnecting(true)}
    >
      {t('connect')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')}>{may ? connect : null}</PageHeader>
      {!may ? (
        <EmptyState title={blocked ?? t('title')}>{t('askOne', { names: names.join(', ') })}</EmptyState>
      ) : error !== null && data === undefined ? (
        <div className="px-4">
          <PanelFailure
            detail={error instanceof CommandProblem && error.detail !== '' ? error.detail : undefined}
            onRetry={() => void refetch()}
          />
        </div>
      ) : data === undefined ? (
        <Skeleton />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneMeaning')}</EmptyState>
      ) : (
        <ul aria-label={t('list')} className="border-t border-border">
          {data.items.map((integration) => (
            <IntegrationItem key={integration.id} integration={integration} />
          ))}
        </ul>
      )}
      {connecting ? <ConnectDialog onClose={() => setConnecting(false)} /> : null}
    </>
  );
};
