import { newest } from '@sitrep/shared/rooms/brief';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NextDue } from '../../features/clocks/next-due.tsx';
import { DetectionPanel } from '../../features/incidents/components/detection-panel.tsx';
import { LatestFact, LatestFactPanel } from '../../features/incidents/components/latest-fact.tsx';
import { ServicesPanel } from '../../features/incidents/components/services-panel.tsx';
import { SummaryPanel } from '../../features/incidents/components/summary-panel.tsx';
import { AttentionPanel } from '../../features/situation/attention-panel.tsx';
import { CausePanel } from '../../features/situation/cause-panel.tsx';
import { CriteriaPanel } from '../../features/situation/criteria/criteria-panel.tsx';
import { ImpactPanel } from '../../features/situation/impact/impact-panel.tsx';
import { LastUpdated } from '../../features/situation/last-updated.tsx';
import { LinksPanel } from '../../features/situation/links/links-panel.tsx';
import { ObjectivesPanel } from '../../features/situation/objectives-panel.tsx';
import { PostmortemPanel } from '../../features/situation/postmortem-panel.tsx';
import { CRITERIA } from './room-glance.tsx';
import type { RoomSeen } from './room-seen.ts';

const isImpact = ({ kind }: WrittenEntry): boolean => kind === 'impact';
const isDecision = ({ kind }: WrittenEntry): boolean => kind === 'decision';

/** What is true now, besides the header: the incident state document, each fact once and in its place. */
export const RoomNow = ({ incident, parts, entries, partly }: RoomSeen) => {
  const t = useTranslations('incident.now');
  const { situation, hypotheses } = parts;
  const impact = useMemo(() => newest(entries, isImpact), [entries]);
  const decision = useMemo(() => newest(entries, isDecision), [entries]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 p-4">
      <div className="-mx-1.5 room:hidden">
        <NextDue incident={incident} parts={parts} />
      </div>
      <LastUpdated incident={incident} situation={situation} />
      <SummaryPanel incident={incident} />
      <ObjectivesPanel incident={incident} situation={situation} />
      <ImpactPanel
        incident={incident}
        impact={situation.impact}
        partly={partly}
        instead={impact === undefined ? null : <LatestFact id={`${incident.id}/impact`} entry={impact} />}
      />
      <CausePanel hypotheses={hypotheses} />
      <div id={CRITERIA} className="scroll-my-4 empty:hidden">
        <CriteriaPanel incident={incident} situation={situation} />
      </div>
      <LatestFactPanel id={`${incident.id}/decision`} title={t('decision')} entry={decision} />
      <ServicesPanel incident={incident} />
      <LinksPanel incident={incident} situation={situation} />
      <AttentionPanel incident={incident} situation={situation} />
      <PostmortemPanel incident={incident} situation={situation} />
      <DetectionPanel incident={incident} />
    </div>
  );
};
