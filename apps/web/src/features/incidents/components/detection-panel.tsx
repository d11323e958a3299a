import type { Incident } from '@sitrep/shared/incidents/state';
import { useTranslations } from 'use-intl';
import { Panel } from '../../../ui/panel.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { Ago } from '../../../widgets/times.tsx';

/** Where it was noticed, and who declared it. */
export const DetectionPanel = ({ incident }: { incident: Incident }) => {
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
