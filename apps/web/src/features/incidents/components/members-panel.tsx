import type { Incident } from '@sitrep/shared/incidents/state';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { IconButton } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { PersonChip } from '../../../widgets/person.tsx';
import { ProblemLine } from '../../../widgets/problem.tsx';

/** Who may see a private incident. */
export const MembersPanel = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.now');
  const { people } = usePeople();
  const grant = useCommand('incident.grant-access');
  const revoke = useCommand('incident.revoke-access');
  const gate = useGate('incident.manage-access', { holders: incident.roles });
  const offered = useOffered('incident.manage-access', { holders: incident.roles });
  if (!incident.private) return null;
  const others = [...people.values()].filter(({ id, active }) => active && !incident.members.includes(id));
  return (
    <Panel title={t('members')}>
      <ul className="grid gap-1">
        {incident.members.map((userId) => (
          <li key={userId} className="flex items-center justify-between gap-2">
            <PersonChip id={userId} size={20} />
            {offered ? (
              <IconButton
                blocked={gate}
                label={t('removeMember', { name: people.get(userId)?.name ?? '' })}
                busy={revoke.isPending && revoke.variables.userId === userId}
                icon={<X size={14} aria-hidden />}
                onClick={() => revoke.mutate({ incidentId: incident.id, userId })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {offered && others.length > 0 ? (
        <SelectField
          label={t('letIn')}
          hideLabel
          value=""
          title={gate}
          disabled={gate !== undefined}
          onChange={(event) => {
            const person = others.find(({ id }) => id === event.target.value);
            if (person !== undefined) grant.mutate({ incidentId: incident.id, userId: person.id });
          }}
        >
          <option value="">{t('letIn')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <ProblemLine problem={grant.error ?? revoke.error} />
    </Panel>
  );
};
