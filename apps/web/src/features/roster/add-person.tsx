import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { SelectField } from '../../ui/field.tsx';
import { useOffered } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { assignable } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';

type Props = { incident: Incident; roster: Roster };

/** Somebody who is in it, and has not said so. */
export const AddPerson = ({ incident, roster }: Props) => {
  const t = useTranslations('roster.people');
  const me = useMe();
  const { people } = usePeople();
  const join = useCommand('responder.join');
  const offered = useOffered('incident.respond', { holders: incident.roles });
  const inIt = new Set(roster.responders.map(({ userId }) => userId));
  const others = assignable(people).filter(({ id }) => id !== me.id && !inIt.has(id));
  if (!offered || incident.status === 'closed' || others.length === 0) return null;
  return (
    <div className="mt-1.5">
      <SelectField
        label={t('add')}
        hideLabel
        value=""
        onChange={(event) => {
          const person = others.find(({ id }) => id === event.target.value);
          if (person !== undefined) join.mutate({ incidentId: incident.id, userId: person.id });
        }}
      >
        <option value="">{t('add')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <ProblemLine problem={join.error} />
    </div>
  );
};
