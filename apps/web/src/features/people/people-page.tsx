import type { PersonRow } from '@sitrep/shared/people/person-row';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGate, useMay } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { InviteList } from './invite-list.tsx';
import { PersonItem } from './person-item.tsx';
import { TeamsPanel } from './teams-panel.tsx';

export const PeoplePage = ({ onSignInLink }: { onSignInLink: (person: PersonRow) => void }) => {
  const t = useTranslations('people');
  const me = useMe();
  const { status, people, teams } = usePeople();
  const administers = useMay('people.manage');
  const blocked = useGate('people.manage');
  const [inviting, setInviting] = useState(false);
  const rows = [...people.values()].toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
  );
  return (
    <>
      <PageHeader title={t('title')} detail={t('count', { count: rows.filter(({ active }) => active).length })}>
        <Button
          variant="primary"
          blocked={blocked}
          icon={<UserPlus size={16} aria-hidden />}
          onClick={() => setInviting(true)}
        >
          {t('invite')}
        </Button>
      </PageHeader>
      {status === 'loading' ? (
        <Skeleton />
      ) : (
        <ul aria-label={t('list')} className="border-t border-border">
          {rows.map((person) => (
            <PersonItem
              key={person.id}
              person={person}
              me={person.id === me.id}
              teams={teams.filter(({ members }) => members.includes(person.id)).map(({ name }) => name)}
              onSignInLink={onSignInLink}
            />
          ))}
        </ul>
      )}
      {administers ? <InviteList /> : null}
      <TeamsPanel />
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
};
