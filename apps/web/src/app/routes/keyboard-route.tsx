import { useTranslations } from 'use-intl';
import { KeyboardPage } from '../../features/shortcuts/keyboard-page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { SettingsFrame } from '../settings-frame.tsx';

export const KeyboardRoute = () => {
  const t = useTranslations('keyboard');
  useDocumentTitle(t('settingsTitle'));
  return (
    <SettingsFrame>
      <KeyboardPage />
    </SettingsFrame>
  );
};
