import type { InvitePreview } from '@sitrep/shared/protocol/http';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommandProblem } from '../../live/command-problem.ts';
import { useSession } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { join, previewInvite } from './api.ts';
import { EntryCard } from './entry-card.tsx';
import { tokenOf } from './fragment-token.ts';

export const JoinPage = ({ onJoined }: { onJoined: () => void }) => {
  const t = useTranslations('session');
  const common = useTranslations('common');
  const [token] = useState(() => tokenOf(window.location.hash) ?? '');
  const preview = useQuery({
    queryKey: ['invite-preview', token],
    queryFn: () => previewInvite(token),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (preview.data !== undefined) return <JoinForm token={token} invite={preview.data} onJoined={onJoined} />;
  if (preview.error instanceof CommandProblem && preview.error.code === 'unavailable') {
    return (
      <EntryCard title={t('joinTitle')}>
        <p role="alert">{t('unreachable')}</p>
        <Button onClick={() => void preview.refetch()}>{common('retry')}</Button>
      </EntryCard>
    );
  }
  if (token === '' || preview.isError) {
    return (
      <EntryCard title={t('inviteUsed')}>
        <p>{t('inviteUsedMeaning')}</p>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t('joinTitle')}>
      <Skeleton rows={3} />
    </EntryCard>
  );
};

const JoinForm = ({ token, invite, onJoined }: { token: string; invite: InvitePreview; onJoined: () => void }) => {
  const t = useTranslations('session');
  const words = useTranslations('words');
  const session = useSession();
  const [name, setName] = useState(invite.name);
  const [handle, setHandle] = useState(invite.handle);
  const joining = useMutation({ mutationFn: join, onSuccess: onJoined, networkMode: 'always' });
  const problem = joining.error instanceof CommandProblem ? joining.error : undefined;
  const inline = problem?.faultOf('name') ?? problem?.faultOf('handle');
  return (
    <EntryCard title={t('joinTitle')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          joining.mutate({ token, name, handle });
        }}
      >
        <p>
          {t('joinMeaning', {
            role: words(`accountRole.${invite.role}`),
            meaning: words(`accountRoleMeaning.${invite.role}`),
          })}{' '}
          {t('joinCheck')}
        </p>
        {session.status === 'signed-in' ? (
          <p className="rounded-m border border-sev3-fg bg-sev3-bg px-3 py-2">
            {t('alreadySignedIn', { name: session.me.name })}
          </p>
        ) : null}
        <TextField
          label={t('name')}
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={problem?.faultOf('name')}
        />
        <TextField
          label={t('handle')}
          hint={t('handleHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={handle}
          onChange={(event) => setHandle(event.target.value)}
          error={problem?.faultOf('handle')}
        />
        {inline === undefined ? <ProblemLine problem={joining.error} /> : null}
        <Button type="submit" variant="primary" busy={joining.isPending} className="min-h-12">
          {t('joinButton')}
        </Button>
      </form>
    </EntryCard>
  );
};
