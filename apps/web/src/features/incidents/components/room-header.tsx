import type { Incident } from '@sitrep/shared/incidents/state';
import { suggestsResolve } from '@sitrep/shared/incidents/state';
import { movesFrom } from '@sitrep/shared/incidents/status-moves';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { Bell, BellOff, Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { Timer } from '../../../widgets/times.tsx';
import { InlineProblem } from './inline-problem.tsx';
import { RoleStrip, NoCommander } from './role-strip.tsx';
import { RoomMenu } from './room-menu.tsx';
import { SeverityMenu } from './severity-menu.tsx';
import { StatusMenu } from './status-menu.tsx';
import { TitleEdit } from './title-edit.tsx';

type Props = { incident: Incident; pending: ReadonlySet<CommandType>; onSeeAt: () => void };

/** Every fact once, each in its own slot: nothing moves when it changes. */
export const RoomHeader = ({ incident, pending, onSeeAt }: Props) => {
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
          <AlertsState incident={incident} />
        </div>
      </div>
    </section>
  );
};

const AlertsState = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.header');
  const { firing, resolved } = incident.alerts;
  if (firing.length > 0) {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium">
        <Bell size={14} aria-hidden />
        {t('alertsFiring', { firing: firing.length })}
      </span>
    );
  }
  if (suggestsResolve(incident)) return <ResolveSuggestion incident={incident} />;
  return (
    <span className="inline-flex items-center gap-1.5 text-text-2">
      <BellOff size={14} aria-hidden />
      {resolved.length > 0 ? t('alertsResolved', { resolved: resolved.length }) : t('noAlerts')}
    </span>
  );
};

const ResolveSuggestion = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.header');
  const change = useCommand('incident.change-status');
  const blocked = useGate('incident.respond', { holders: incident.roles });
  // From some statuses the way to resolved has steps between; the menu shows them.
  const direct = incident.status !== 'closed' && movesFrom(incident.status).includes('resolved');
  return (
    <span className="inline-flex flex-wrap items-center gap-2 rounded-m bg-raised px-2 py-0.5">
      {t('suggestResolve')}
      {direct ? (
        <Button
          blocked={blocked}
          busy={change.isPending}
          onClick={() => change.mutate({ incidentId: incident.id, status: 'resolved' })}
        >
          {t('resolve')}
        </Button>
      ) : null}
      <InlineProblem problem={change.error} onDismiss={change.reset} />
    </span>
  );
};
