import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../../../ui/panel.tsx';
import { AlertsState } from './alerts-state.tsx';
import { MembersPanel } from './members-panel.tsx';
import { MilestonesPanel } from './milestones-panel.tsx';
import { RecentChanges } from './recent-changes.tsx';
import { RoleList } from './role-strip.tsx';

type Props = {
  incident: Incident;
  parts: { readonly roster: Roster };
  entries: readonly TimelineEntry[];
  partly: boolean;
  renderAlerts: () => ReactNode;
  /** What other features put here first. */
  children: ReactNode;
};

/** What is done, by whom, and when it was reached. */
export const WorkPanel = ({ incident, parts, entries, partly, renderAlerts, children }: Props) => {
  const t = useTranslations('incident.now');
  const roles = useTranslations('incident.roles');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 p-4">
      {children}
      <Panel title={roles('label')} className="room:hidden">
        <RoleList incident={incident} roster={parts.roster} />
      </Panel>
      <Panel title={t('alerts')} className="room:hidden">
        <AlertsState incident={incident} renderAlerts={renderAlerts} />
      </Panel>
      <RecentChanges entries={entries} partly={partly} />
      <MilestonesPanel incident={incident} />
      <MembersPanel incident={incident} />
    </div>
  );
};
