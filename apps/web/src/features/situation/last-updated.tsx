import type { Incident } from '@sitrep/shared/incidents/state';
import type { Situation } from '@sitrep/shared/situation/state';
import { useTranslations } from 'use-intl';
import { useActorNames } from '../../widgets/person.tsx';
import { Ago } from '../../widgets/times.tsx';
import { lastUpdateOf } from './last-update.ts';

/** Of the whole document: whether what stands here is news. */
export const LastUpdated = ({ incident, situation }: { incident: Incident; situation: Situation }) => {
  const t = useTranslations('situation');
  const actor = useActorNames();
  const last = lastUpdateOf(incident, situation);
  if (last === undefined) return null;
  return (
    <p className="-mb-3 text-meta text-text-2">
      {t('updated', { name: actor(last.by) })}, <Ago at={last.at} />
    </p>
  );
};
