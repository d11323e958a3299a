import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { EntryCard } from '../features/session/entry-card.tsx';
import { useSession } from '../live/react.tsx';
import { lazyNamed } from '../ui/lazy-named.ts';
import { Spinner } from '../ui/spinner.tsx';
import { MeProvider } from '../widgets/me.ts';
import { Shell } from './shell.tsx';

const SignedOutPage = lazyNamed(() => import('../features/session/signed-out-page.tsx'), 'SignedOutPage');

export const SignedInLayout = () => {
  const session = useSession();
  switch (session.status) {
    case 'loading':
      return null;
    case 'unreachable':
      return <Waiting />;
    case 'signed-out':
      return (
        <Suspense>
          <SignedOutPage reason={session.reason ?? 'none'} />
        </Suspense>
      );
    case 'signed-in':
      return (
        <MeProvider value={session.me}>
          <Shell>
            <Outlet />
          </Shell>
        </MeProvider>
      );
  }
};

const Waiting = () => {
  const t = useTranslations('session');
  return (
    <EntryCard title={t('waiting')}>
      <output className="flex items-center gap-2 text-text-2">
        <Spinner />
        {t('waitingMeaning')}
      </output>
    </EntryCard>
  );
};
