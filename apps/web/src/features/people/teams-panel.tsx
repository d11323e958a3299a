import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useGate, useMay } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { TeamItem } from './team-item.tsx';

export const TeamsPanel = () => {
  const t = useTranslations('people');
  const { teams } = usePeople();
  const administers = useMay('people.manage');
  const blocked = useGate('people.manage');
  const [name, setName] = useState('');
  const create = useCommand('people.create-team');
  return (
    <Panel title={t('teams')} className="px-4 py-3">
      {teams.length === 0 ? <p className="text-text-2">{t('noTeams')}</p> : null}
      <ul>
        {teams.map((team) => (
          <TeamItem key={team.id} team={team} />
        ))}
      </ul>
      {administers ? (
        <form
          className="mt-2 flex max-w-md gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (blocked === undefined) create.mutate({ name }, { onSuccess: () => setName('') });
          }}
        >
          <div className="min-w-0 flex-1">
            <TextField
              label={t('teamName')}
              hideLabel
              placeholder={t('newTeam')}
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <Button type="submit" busy={create.isPending} blocked={blocked}>
            {t('create')}
          </Button>
        </form>
      ) : null}
      <ProblemLine problem={create.error} />
    </Panel>
  );
};
