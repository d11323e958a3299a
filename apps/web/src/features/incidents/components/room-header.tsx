import type { Incident } from '@sitrep/shared/incidents/state';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../../ui/badge.tsx';
import { Timer } from '../../../widgets/times.tsx';
import { AlertsState } from './alerts-state.tsx';
import { CommanderSlot, NoCommander, RoleStrip } from './role-strip.tsx';
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

/** What was cleared, or never resolved, lasted until its status says so. */
const endOf = (incident: Incident): number | undefined => {
  if (incident.status === 'closed') return incident.milestones.resolved ?? incident.closedAt;
  return incident.status === 'resolved' ? (incident.milestones.resolved ?? incident.statusSince) : undefined;
};

/** Every fact once, each in its own slot: nothing moves when it changes. */
export const RoomHeader = ({ incident, pending, onSeeAt, renderAlerts }: Props) => {
  const t = useTranslations('incident.header');
  const ended = endOf(incident);
  const counted = t(ended === undefined ? 'age' : 'lasted');
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
          <span title={counted} className="min-w-18 text-right font-medium">
            <span className="sr-only">{counted} </span>
            <Timer from={incident.milestones.started ?? incident.declaredAt} until={ended} />
          </span>
          <RoomMenu incident={incident} onSeeAt={onSeeAt} />
        </div>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <NoCommander incident={incident} />
        <div className="hidden room:block">
          <RoleStrip incident={incident} />
        </div>
        <div className="flex min-w-0 basis-full flex-wrap items-center gap-x-2 room:ml-auto room:basis-auto">
          <span className="figures font-mono text-dense text-text-2 room:hidden">{incident.key}</span>
          <div className="min-w-0 room:hidden">
            <CommanderSlot incident={incident} />
          </div>
          <div className="ml-auto text-dense">
            <AlertsState incident={incident} renderAlerts={renderAlerts} />
          </div>
        </div>
      </div>
    </section>
  );
};
