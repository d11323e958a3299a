import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookOpen, Ellipsis, KeyRound, Settings, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useGate } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { Ago } from '../../widgets/times.tsx';
import { INTEGRATIONS, sendTestAlert, type ListedIntegration } from './api.ts';
import { HowToConnect } from './how-to-connect.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { ReplaceTokenDialog } from './replace-token-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

type OpenDialog = 'settings' | 'how-to' | 'token' | 'remove';

export const IntegrationItem = ({ integration }: { integration: ListedIntegration }) => {
  const t = useTranslations('integrations');
  const words = useTranslations('words');
  const [open, setOpen] = useState<OpenDialog>();
  const blocked = useGate('integration.manage');
  const { name, source, settings, lastReceivedAt } = integration;
  const close = (): void => setOpen(undefined);
  const items: readonly MenuItem[] = [
    { id: 'settings', label: t('edit'), icon: <Settings size={16} aria-hidden />, onSelect: () => setOpen('settings') },
    { id: 'how-to', label: t('howTo'), icon: <BookOpen size={16} aria-hidden />, onSelect: () => setOpen('how-to') },
    {
      id: 'token',
      label: t('replaceToken'),
      icon: <KeyRound size={16} aria-hidden />,
      blocked,
      onSelect: () => setOpen('token'),
    },
    {
      id: 'remove',
      label: t('remove'),
      icon: <Trash2 size={16} aria-hidden />,
      blocked,
      danger: true,
      onSelect: () => setOpen('remove'),
    },
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-surface px-4 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{name}</p>
        <p className="flex flex-wrap gap-x-2 text-dense text-text-2">
          <span>{words(`source.${source}`)}</span>
          <span>{settings.opensIncidents ? t('opens', { severity: settings.openedSeverity }) : t('opensNot')}</span>
          <span>
            {lastReceivedAt === undefined ? (
              t('never')
            ) : (
              <>
                {t('lastReceived')} <Ago at={lastReceivedAt} />
              </>
            )}
          </span>
        </p>
      </div>
      <TestButton integration={integration} />
      <Menu
        label={t('actions', { name })}
        trigger={<Ellipsis size={16} aria-hidden />}
        items={items}
        button={{ variant: 'quiet', className: '!px-1.5' }}
      />
      {open === 'settings' ? <SettingsDialog integration={integration} onClose={close} /> : null}
      {open === 'how-to' ? (
        <Dialog title={name} size="wide" onClose={close}>
          <HowToConnect source={source} token={undefined} />
        </Dialog>
      ) : null}
      {open === 'token' ? <ReplaceTokenDialog integration={integration} onClose={close} /> : null}
      {open === 'remove' ? <RemoveDialog integration={integration} onClose={close} /> : null}
    </li>
  );
};

const TestButton = ({ integration }: { integration: ListedIntegration }) => {
  const t = useTranslations('integrations');
  const queries = useQueryClient();
  const blocked = useGate('integration.manage');
  const test = useMutation({
    mutationFn: sendTestAlert,
    networkMode: 'always',
    onSuccess: () => queries.invalidateQueries({ queryKey: INTEGRATIONS }),
  });
  return (
    <span className="flex flex-wrap items-center gap-2">
      {test.data === undefined ? null : (
        <output className="text-dense">
          {t('testSent')}{' '}
          {test.data.incidentId === undefined ? null : (
            <IncidentLink idOrKey={test.data.incidentId}>{t('testIncident')}</IncidentLink>
          )}
        </output>
      )}
      <Button
        aria-label={t('sendTestOf', { name: integration.name })}
        blocked={blocked}
        busy={test.isPending}
        onClick={() => test.mutate(integration.id)}
      >
        {t('sendTest')}
      </Button>
      <ProblemLine problem={test.error} />
    </span>
  );
};
