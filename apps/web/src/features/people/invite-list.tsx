import type { InviteRow } from '@sitrep/shared/people/person-row';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Panel, PanelFailure } from '../../ui/panel.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { Ago } from '../../widgets/times.tsx';
import { INVITES, invitesQuery } from './get-invites.ts';

/** For administrators; nothing while no invite is open. */
export const InviteList = () => {
  const t = useTranslations('people');
  const { people } = usePeople();
  const { data, isError, refetch } = useQuery(invitesQuery);
  // Invites are no topic; but who joins with one appears among the people.
  useEffect(() => void refetch(), [people, refetch]);
  if (isError) return <PanelFailure onRetry={() => void refetch()} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('openInvites')} className="px-4 py-3">
      <ul>
        {data.items.map((invite) => (
          <InviteItem key={invite.id} invite={invite} />
        ))}
      </ul>
    </Panel>
  );
};

const InviteItem = ({ invite }: { invite: InviteRow }) => {
  const t = useTranslations('people');
  const words = useTranslations('words');
  const queries = useQueryClient();
  const revoke = useCommand('people.revoke-invite');
  const blocked = useGate('people.manage');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-1.5">
      <span className="font-medium">{invite.name}</span>
      <span className="text-text-2">@{invite.handle}</span>
      <span className="text-text-2">{words(`accountRole.${invite.role}`)}</span>
      <span className="text-dense text-text-2">
        {t('invitedAgo')} <Ago at={invite.invitedAt} />
      </span>
      <Button
        className="ml-auto"
        aria-label={t('revokeOf', { name: invite.name })}
        blocked={blocked}
        busy={revoke.isPending}
        onClick={() =>
          revoke.mutate(
            { inviteId: invite.id },
            { onSuccess: () => void queries.invalidateQueries({ queryKey: INVITES }) },
          )
        }
      >
        {t('revoke')}
      </Button>
      <ProblemLine problem={revoke.error} />
    </li>
  );
};
