import type { Incident } from '@sitrep/shared/incidents/state';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../../ui/badge.tsx';
import { Timer } from '../../../widgets/times.tsx';
import { AlertsState } from './alerts-state.tsx';
import { RoleStrip, NoCommander } from './role-strip.tsx';
import { RoomMenu } from './room-menu.tsx';
import { SeverityMenu } from './severity-menu.tsx';
import { StatusMenu } from './status-menu.tsx';
import { TitleEdit } from './title-edit.tsx';

type Props = {
  incident: Incident;
  pending: ReadonlySet<CommandType>;
  onSeeAt: () => void;
  /** What the number of alerts opens. */
  renderAlerts: () => ReactNode;
};

/** Every fact once, each in its own slot: nothing moves when it changes. */
export const RoomHeader = ({ incident, pending, onSeeAt, renderAlerts }: Props) => {
  const t = useTranslations('incident.header');
  const ended = incident.status === 'closed' ? incident.closedAt : undefined;
  return (
    <section aria-label={t('label')} className="border-b border-border bg-surface px-3 py-2 room:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SeverityMenu incident={incident} pending={pending.has('incident.change-severity')} />
        <span className="figures font-mono text-dense text-text-2 max-room:hidden">{incident.key}</span>
        {incident.private ? (
          <Badge>
            <Lock size={12} aria-hidden />
            {t('private')}
          </Badge>
        ) : null}
        <div className="order-last flex min-w-0 basis-full room:order-none room:flex-1 room:basis-0">
          <TitleEdit incident={incident} />
        </div>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <StatusMenu incident={incident} pending={pending.has('incident.change-status')} />
          <span title={ended === undefined ? t('age') : t('lasted')} className="min-w-18 text-right font-medium">
            <span className="sr-only">{ended === undefined ? t('age') : t('lasted')} </span>
            <Timer
              from={incident.milestones.started ?? incident.declaredAt}
              until={incident.milestones.resolved ?? ended}
            />
          </span>
          <RoomMenu incident={incident} onSeeAt={onSeeAt} />
        </div>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <NoCommander incident={incident} />
        <span className="figures font-mono text-dense text-text-2 room:hidden">{incident.key}</span>
        <div className="hidden room:block">
          <RoleStrip incident={incident} />
        </div>
        <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-dense">
          <AlertsState incident={incident} renderAlerts={renderAlerts} />
        </div>
      </div>
    </section>
  );
};
