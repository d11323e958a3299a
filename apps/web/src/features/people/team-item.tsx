import type { TeamRow } from '@sitrep/shared/people/person-row';
import { Ellipsis, Pencil, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useGate, useMay } from '../../widgets/gate.ts';
import { PersonChip } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { RenameTeamDialog } from './rename-team-dialog.tsx';

export const TeamItem = ({ team }: { team: TeamRow }) => {
  const t = useTranslations('people');
  const { people } = usePeople();
  const administers = useMay('people.manage');
  const blocked = useGate('people.manage');
  const [renaming, setRenaming] = useState(false);
  const join = useCommand('people.join-team');
  const leave = useCommand('people.leave-team');
  const remove = useCommand('people.remove-team');
  const others = [...people.values()].filter(({ id, active }) => active && !team.members.includes(id));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-1.5">
      <span className="font-medium">{team.name}</span>
      <span className="text-dense text-text-2">{t('members', { count: team.members.length })}</span>
      <ul className="flex flex-1 flex-wrap items-center gap-x-3">
        {team.members.map((userId) => (
          <li key={userId} className="inline-flex items-center">
            <PersonChip id={userId} size={20} />
            {administers ? (
              <IconButton
                label={t('removeMember', { name: people.get(userId)?.name ?? '', team: team.name })}
                blocked={blocked}
                icon={<X size={12} aria-hidden />}
                onClick={() => leave.mutate({ teamId: team.id, userId })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {administers && others.length > 0 ? (
        <select
          aria-label={t('addMember', { team: team.name })}
          title={blocked}
          disabled={blocked !== undefined || join.isPending}
          value=""
          onChange={(event) => {
            const person = others.find(({ id }) => id === event.target.value);
            if (person !== undefined) join.mutate({ teamId: team.id, userId: person.id });
          }}
          className="target max-w-48 rounded-m border border-border bg-surface px-2 py-1 text-dense"
        >
          <option value="">{t('addMember', { team: team.name })}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      {administers ? (
        <Menu
          label={t('teamActions', { name: team.name })}
          trigger={<Ellipsis size={16} aria-hidden />}
          button={{ variant: 'quiet', className: '!px-1.5' }}
          items={[
            {
              id: 'rename',
              label: t('rename'),
              icon: <Pencil size={16} aria-hidden />,
              blocked,
              onSelect: () => setRenaming(true),
            },
            {
              id: 'remove',
              label: t('removeTeam'),
              icon: <Trash2 size={16} aria-hidden />,
              blocked,
              danger: true,
              onSelect: () => remove.mutate({ teamId: team.id }),
            },
          ]}
        />
      ) : null}
      <ProblemLine problem={join.error ?? leave.error ?? remove.error} />
      {renaming ? <RenameTeamDialog team={team} onClose={() => setRenaming(false)} /> : null}
    </li>
  );
};
