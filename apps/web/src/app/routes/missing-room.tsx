import { useTranslations } from 'use-intl';
import { NotFound } from './not-found-route.tsx';

export const MissingRoom = () => {
  const t = useTranslations('incident.room');
  return <NotFound title={t('missing')} meaning={t('missingMeaning')} />;
};
