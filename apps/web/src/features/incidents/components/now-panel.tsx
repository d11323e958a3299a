import type { Incident } from '@sitrep/shared/incidents/state';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../../../ui/panel.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { Ago } from '../../../widgets/times.tsx';
import { MembersPanel } from './members-panel.tsx';
import { MilestonesPanel } from './milestones-panel.tsx';
import { RoleStrip } from './role-strip.tsx';
import { ServicesPanel } from './services-panel.tsx';
import { SummaryPanel } from './summary-panel.tsx';

/** What is true now, besides the header. `children`: what other features add to it. */
export const NowPanel = ({ incident, children }: { incident: Incident; children?: ReactNode }) => {
  const roles = useTranslations('incident.roles');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 p-4">
      <SummaryPanel incident={incident} />
      <Panel title={roles('label')} className="room:hidden">
        <RoleStrip incident={incident} withoutCommander />
      </Panel>
      <ServicesPanel incident={incident} />
      {children}
      <MilestonesPanel incident={incident} />
      <DetectionPanel incident={incident} />
      <MembersPanel incident={incident} />
    </div>
  );
};

const DetectionPanel = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.now');
  const words = useTranslations('words');
  const actor = useActorNames();
  return (
    <Panel title={t('detection')}>
      <p>{words(`detection.${incident.detection}`)}</p>
      <p className="text-dense text-text-2">
        {t('declared')} <Ago at={incident.declaredAt} /> {t('declaredBy', { name: actor(incident.declaredBy) })}
      </p>
    </Panel>
  );
};
