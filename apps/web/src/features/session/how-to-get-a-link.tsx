import { useTranslations } from 'use-intl';
import { Snippet } from '../../ui/snippet.tsx';

const COMMAND = 'npm run sitrep -- sign-in-link';

export const HowToGetALink = () => {
  const t = useTranslations('session');
  return (
    <>
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t('fromElsewhere')}</li>
        <li>{t('fromAdministrator')}</li>
      </ul>
      <Snippet label={t('fromServer')} text={COMMAND} />
    </>
  );
};
