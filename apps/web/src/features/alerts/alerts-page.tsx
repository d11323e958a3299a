import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAlerts, useBoard } from '../../live/react.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs, tabPanel } from '../../ui/tabs.tsx';
import { useMay } from '../../widgets/gate.ts';
import { AlertItem } from './alert-item.tsx';
import { activeAlerts, resolvedAlerts } from './alert-groups.ts';
import { unreadableAlerts } from './get-unreadable.ts';
import { UnreadableAlerts } from './unreadable-alerts.tsx';

export const ALERT_VIEWS = ['active', 'resolved', 'unreadable'] as const;
export type AlertView = (typeof ALERT_VIEWS)[number];

type Props = {
  view: AlertView;
  onView: (view: AlertView) => void;
  onDeclare: (alert: AlertRow) => void;
  /** The names of the integrations, for whoever may know them. */
  sources: ReadonlyMap<string, string>;
  /** Shown where no alert has ever come. */
  connect: ReactNode;
};

export const AlertsPage = ({ view, onView, onDeclare, sources, connect }: Props) => {
  const t = useTranslations('alerts');
  const { status, rows } = useAlerts();
  const administers = useMay('integration.manage');
  const active = activeAlerts(rows);
  const resolved = resolvedAlerts(rows);
  const unreadable = useQuery({ ...unreadableAlerts, enabled: administers }).data?.items.length;
  const counts = { active: active.length, resolved: resolved.length, unreadable };
  const views = ALERT_VIEWS.filter((one) => one !== 'unreadable' || administers);
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        id="alerts"
        label={t('tabs')}
        className="px-4"
        selected={view}
        onSelect={onView}
        tabs={views.map((id) => ({ id, label: counts[id] === undefined ? t(id) : `${t(id)} ${counts[id]}` }))}
      />
      <div {...tabPanel('alerts', view)}>
        {view === 'unreadable' ? (
          <UnreadableAlerts />
        ) : status === 'loading' ? (
          <Skeleton />
        ) : (
          <AlertList rows={view === 'active' ? active : resolved} sources={sources} onDeclare={onDeclare}>
            {view === 'active' ? (
              <EmptyState title={t('noneActive')} action={rows.length === 0 ? connect : null}>
                {t('noneActiveMeaning')}
              </EmptyState>
            ) : (
              <EmptyState title={t('noneResolved')} />
            )}
          </AlertList>
        )}
      </div>
    </>
  );
};

type ListProps = Pick<Props, 'onDeclare' | 'sources'> & { rows: readonly AlertRow[]; children: ReactNode };

/** `children`: what stands there when there is none. */
const AlertList = ({ rows, sources, onDeclare, children }: ListProps) => {
  const t = useTranslations('alerts');
  const board = useBoard();
  if (rows.length === 0) return children;
  const keys = new Map(board.rows.map(({ id, key }) => [id, key]));
  return (
    <ul aria-label={t('list')}>
      {rows.map((alert) => (
        <AlertItem
          key={alert.id}
          alert={alert}
          incidentKey={alert.incidentId === undefined ? undefined : keys.get(alert.incidentId)}
          source={sources.get(alert.integrationId)}
          onDeclare={onDeclare}
        />
      ))}
    </ul>
  );
};
