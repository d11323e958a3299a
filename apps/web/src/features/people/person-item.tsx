import { ACCOUNT_ROLES, AccountRole } from '@sitrep/shared/kernel/actor';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import { Ellipsis, KeyRound, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useGate, useMay } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';

type Props = { person: PersonRow; me: boolean; teams: readonly string[]; onSignInLink: (person: PersonRow) => void };

export const PersonItem = ({ person, me, teams, onSignInLink }: Props) => {
  const t = useTranslations('people');
  const words = useTranslations('words');
  const administers = useMay('people.manage');
  const blocked = useGate('people.manage');
  const [deactivating, setDeactivating] = useState(false);
  const changeRole = useCommand('people.change-role');
  const reactivate = useCommand('people.reactivate');
  const { name, handle, role, active } = person;
  const items: readonly MenuItem[] = active
    ? [
        {
          id: 'link',
          label: t('signInLink'),
          icon: <KeyRound size={16} aria-hidden />,
          blocked,
          onSelect: () => onSignInLink(person),
        },
        {
          id: 'deactivate',
          label: t('deactivate'),
          icon: <UserX size={16} aria-hidden />,
          blocked,
          danger: true,
          onSelect: () => setDeactivating(true),
        },
      ]
    : [
        {
          id: 'reactivate',
          label: t('reactivate'),
          icon: <UserCheck size={16} aria-hidden />,
          blocked,
          onSelect: () => reactivate.mutate({ userId: person.id }),
        },
      ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-surface px-4 py-1.5">
      <Avatar name={name} size={28} />
      <span className="min-w-0 flex-1 basis-48">
        <span className={active ? 'font-medium' : 'text-text-2 line-through'}>{name}</span>{' '}
        <span className="text-text-2">@{handle}</span> {me ? <Badge>{t('you')}</Badge> : null}{' '}
        {active ? null : <Badge>{t('deactivated')}</Badge>}
        {teams.length === 0 ? null : <span className="text-dense text-text-2"> {teams.join(', ')}</span>}
      </span>
      {administers && active ? (
        <select
          aria-label={t('changeRole', { name })}
          value={changeRole.isPending ? changeRole.variables.role : role}
          title={blocked ?? words(`accountRoleMeaning.${role}`)}
          disabled={blocked !== undefined || changeRole.isPending}
          onChange={(event) => changeRole.mutate({ userId: person.id, role: AccountRole.parse(event.target.value) })}
          className="target rounded-m border border-border bg-surface px-2 py-1"
        >
          {ACCOUNT_ROLES.map((value) => (
            <option key={value} value={value}>
              {words(`accountRole.${value}`)}
            </option>
          ))}
        </select>
      ) : (
        <span className="text-text-2" title={words(`accountRoleMeaning.${role}`)}>
          {words(`accountRole.${role}`)}
        </span>
      )}
      {administers ? (
        <Menu
          label={t('actions', { name })}
          trigger={<Ellipsis size={16} aria-hidden />}
          items={items}
          button={{ variant: 'quiet', className: '!px-1.5' }}
        />
      ) : null}
      <ProblemLine problem={changeRole.error ?? reactivate.error} />
      {deactivating ? <DeactivateDialog person={person} onClose={() => setDeactivating(false)} /> : null}
    </li>
  );
};
