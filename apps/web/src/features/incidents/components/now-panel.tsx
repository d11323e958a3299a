import type { Incident } from '@sitrep/shared/incidents/state';
import { newest } from '@sitrep/shared/rooms/brief';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { Ago } from '../../../widgets/times.tsx';
import { LatestFact } from './latest-fact.tsx';
import { ServicesPanel } from './services-panel.tsx';
import { SummaryPanel } from './summary-panel.tsx';

type Props = {
  incident: Incident;
  entries: readonly RoomEntry[];
  /** There are older entries, which are not looked at here. */
  partly: boolean;
};

const isImpact = ({ kind }: WrittenEntry): boolean => kind === 'impact';
const isDecision = ({ kind }: WrittenEntry): boolean => kind === 'decision';

/** What is true now, besides the header: what is broken, who feels it, what was decided. */
export const NowPanel = ({ incident, entries, partly }: Props) => {
  const t = useTranslations('incident.now');
  const impact = useMemo(() => newest(entries, isImpact), [entries]);
  const decision = useMemo(() => newest(entries, isDecision), [entries]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 p-4">
      <SummaryPanel incident={incident} />
      <LatestFact
        id={`${incident.id}/impact`}
        title={t('impact')}
        entry={impact}
        partly={partly}
        teach={t('noImpact')}
      />
      <LatestFact
        id={`${incident.id}/decision`}
        title={t('decision')}
        entry={decision}
        partly={partly}
        teach={t('noDecision')}
      />
      <ServicesPanel incident={incident} />
      <DetectionPanel incident={incident} />
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
      <p className="figures font-mono text-dense text-text-2 room:hidden">{incident.key}</p>
    </Panel>
  );
};
