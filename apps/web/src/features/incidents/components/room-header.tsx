import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../../ui/badge.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import { ChangeMark } from '../../../widgets/change-mark.tsx';
import { Timer } from '../../../widgets/times.tsx';
import { AlertsState } from './alerts-state.tsx';
import { CommanderSlot, NoCommanderLine, RoleSlots } from './role-strip.tsx';
import { RoomMenu } from './room-menu.tsx';
import { SeverityMenu } from './severity-menu.tsx';
import { StatusMenu } from './status-menu.tsx';
import { TitleEdit } from './title-edit.tsx';

type Props = {
  incident: Incident;
  roster: Roster;
  pending: ReadonlySet<CommandType>;
  /** What other features offer in the menu. */
  menu: readonly MenuItem[];
  onSeeAt: () => void;
  /** What the number of alerts opens. */
  renderAlerts: () => ReactNode;
  /** When the next word is due. */
  due: ReactNode;
  /** The way into the call, where there is one; on a phone beside the title. */
  call: ReactNode;
  /** What other features put at its end. */
  children: ReactNode;
};

/** What was cleared, or never resolved, lasted until its status says so. */
const endOf = (incident: Incident): number | undefined => {
  if (incident.status === 'closed') return incident.milestones.resolved ?? incident.closedAt;
  return incident.status === 'resolved' ? (incident.milestones.resolved ?? incident.statusSince) : undefined;
};

/** Every fact once, each in its own slot: nothing moves when it changes. Two lines, on a phone too. */
export const RoomHeader = ({ incident, roster, pending, menu, onSeeAt, renderAlerts, due, call, children }: Props) => {
  const t = useTranslations('incident.header');
  const { id, lastChanges } = incident;
  return (
    <section aria-label={t('label')} className="border-b border-border bg-surface px-2 py-1.5 room:px-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 room:flex-nowrap room:gap-x-3">
        <ChangeMark of={id} field="severity" change={lastChanges.severity}>
          <SeverityMenu incident={incident} pending={pending.has('incident.change-severity')} />
        </ChangeMark>
        <span className="figures font-mono text-dense whitespace-nowrap text-text-2 max-room:sr-only">
          {incident.key}
        </span>
        {incident.private ? (
          <Badge>
            <Lock size={12} aria-hidden />
            {t('private')}
          </Badge>
        ) : null}
        <div className="order-last flex min-w-0 basis-full items-center gap-x-2 max-room:px-1 room:order-none room:flex-1 room:basis-0">
          <ChangeMark of={id} field="title" change={lastChanges.title} className="flex min-w-0 flex-1">
            <TitleEdit incident={incident} />
          </ChangeMark>
          <div className="flex shrink-0 items-center room:hidden">
            {call}
            <CommanderSlot incident={incident} roster={roster} />
          </div>
        </div>
        <div className="flex min-w-0 flex-1 items-center justify-end gap-1 room:ml-auto room:flex-none room:gap-2">
          <ChangeMark of={id} field="status" change={lastChanges.status} className="min-w-0">
            <StatusMenu incident={incident} pending={pending.has('incident.change-status')} />
          </ChangeMark>
          <Duration incident={incident} />
          {due}
          <span className="contents max-room:hidden">{call}</span>
          <RoomMenu incident={incident} more={menu} onSeeAt={onSeeAt} />
        </div>
      </div>
      <NoCommanderLine incident={incident} roster={roster} />
      <div className="mt-1 hidden items-center gap-x-4 room:flex">
        <RoleSlots incident={incident} roster={roster} />
        <div className="ml-auto flex shrink-0 items-center gap-x-3 text-dense">
          <AlertsState incident={incident} renderAlerts={renderAlerts} />
          {children}
        </div>
      </div>
    </section>
  );
};

const Duration = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.header');
  const ended = endOf(incident);
  const counted = t(ended === undefined ? 'age' : 'lasted');
  return (
    <span className="min-w-18 text-right font-medium room:min-w-20 room:text-read">
      <span className="sr-only">{counted} </span>
      <Timer from={incident.milestones.started ?? incident.declaredAt} until={ended} />
    </span>
  );
};
