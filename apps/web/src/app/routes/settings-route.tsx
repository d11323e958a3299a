import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { sectionAt } from '../../features/settings/section-names.ts';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { SettingsFrame } from '../settings-frame.tsx';
import { NotFoundRoute } from './not-found-route.tsx';

export const SettingsRoute = () => {
  const t = useTranslations('settings');
  const { section: path } = useParams({ from: '/signed-in/settings/response/$section' });
  const section = sectionAt(path);
  useDocumentTitle(section === undefined ? '' : t('documentTitle', { section: t(`section.${section}`) }));
  if (section === undefined) return <NotFoundRoute />;
  return (
    <SettingsFrame>
      <SettingsPage section={section} />
    </SettingsFrame>
  );
};
