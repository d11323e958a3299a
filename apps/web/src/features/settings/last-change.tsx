import type { SectionChange } from '@sitrep/shared/settings/state';
import { useTranslations } from 'use-intl';
import { useActorNames } from '../../widgets/person.tsx';
import { Ago } from '../../widgets/times.tsx';

/** Who changed it last, and when. */
export const LastChange = ({ change }: { change: SectionChange | undefined }) => {
  const t = useTranslations('settings');
  const nameOf = useActorNames();
  if (change === undefined) return t('asDelivered');
  return (
    <>
      {t('changedBy', { who: nameOf(change.by) })} <Ago at={change.at} />
    </>
  );
};
