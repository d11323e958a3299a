import type { StatusUpdate } from '@sitrep/shared/updates/state';
import { useTranslations } from 'use-intl';
import { useActorNames } from '../../widgets/person.tsx';
import { Ago } from '../../widgets/times.tsx';

/** Who wrote it, and who changed it last. */
export const Authors = ({ update }: { update: StatusUpdate }) => {
  const t = useTranslations('updates');
  const actor = useActorNames();
  const { draftedBy, revisedBy, revisedAt } = update;
  return (
    <p className="text-meta text-text-2">
      {draftedBy === revisedBy
        ? t('writtenBy', { name: actor(draftedBy) })
        : t('lastBy', { name: actor(draftedBy), other: actor(revisedBy) })}
      {' · '}
      <Ago at={revisedAt} />
    </p>
  );
};
