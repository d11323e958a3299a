import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommandProblem } from '../../live/command-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { signIn } from './api.ts';
import { EntryCard } from './entry-card.tsx';
import { tokenOf } from './fragment-token.ts';
import { HowToGetALink } from './how-to-get-a-link.tsx';

/** Turns the one-time token into a session at once: the link is the click. */
export const SignInPage = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const t = useTranslations('session');
  const common = useTranslations('common');
  const [token] = useState(() => tokenOf(window.location.hash));
  const { mutate, error, isPending } = useMutation({
    mutationFn: signIn,
    onSuccess: onSignedIn,
    networkMode: 'always',
  });
  const begun = useRef(false);
  useEffect(() => {
    // A token works one time: a second try by React's double effects would find it used.
    if (token === undefined || begun.current) return;
    begun.current = true;
    mutate(token);
  }, [token, mutate]);

  if (token !== undefined && error instanceof CommandProblem && error.code === 'unavailable') {
    return (
      <EntryCard title={t('signingIn')}>
        <p role="alert">{t('unreachable')}</p>
        <Button variant="primary" busy={isPending} onClick={() => mutate(token)}>
          {common('retry')}
        </Button>
      </EntryCard>
    );
  }
  if (token === undefined || error !== null) {
    return (
      <EntryCard title={t('linkUsed')}>
        <p>{t('linkUsedMeaning')}</p>
        <HowToGetALink />
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t('signingIn')}>
      <output className="flex items-center gap-2 text-text-2">
        <Spinner /> {common('loading')}
      </output>
    </EntryCard>
  );
};
