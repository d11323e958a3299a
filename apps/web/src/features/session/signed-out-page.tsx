import { useTranslations } from 'use-intl';
import { EntryCard } from './entry-card.tsx';
import { HowToGetALink } from './how-to-get-a-link.tsx';

export const SignedOutPage = ({ reason }: { reason: 'none' | 'signed-out' | 'deactivated' | 'expired' }) => {
  const t = useTranslations('session');
  return (
    <EntryCard title={t('signedOut')}>
      <p>{t(`signedOutReason.${reason}`)}</p>
      {reason === 'deactivated' ? null : <HowToGetALink />}
    </EntryCard>
  );
};
