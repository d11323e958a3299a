import { useTranslations } from 'use-intl';
import { IntegrationsPage } from '../../features/integrations/integrations-page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { SettingsFrame } from '../settings-frame.tsx';

export const IntegrationsRoute = () => {
  const t = useTranslations('integrations');
  useDocumentTitle(t('title'));
  return (
    <SettingsFrame>
      <IntegrationsPage />
    </SettingsFrame>
  );
};
