import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../live/react.tsx';
import { SelectField } from '../ui/field.tsx';
import { useMe } from './me.ts';
import { assignable } from './person.tsx';

type Whose = Pick<Incident, 'private' | 'members'>;

/** Who can be asked to do something here: whoever can respond, and see it. */
export const couldDoIt = (
  people: ReadonlyMap<UserId, PersonRow>,
  { private: isPrivate, members }: Whose,
): readonly PersonRow[] =>
  assignable(people).filter(({ id, role }) => !isPrivate || role === 'administrator' || members.includes(id));

type Props = {
  incident: Whose;
  label: string;
  hideLabel?: boolean;
  value: UserId | '';
  /** Who has it already. */
  without?: UserId;
  /** What stands for nobody, where it need not be anybody. */
  nobody?: string;
  onChange: (id: UserId | '') => void;
};

/** One of them; oneself first. */
export const PersonField = ({ incident, label, hideLabel = false, value, without, nobody, onChange }: Props) => {
  const t = useTranslations('choosing');
  const me = useMe();
  const { people } = usePeople();
  const offered = useMemo(
    () => couldDoIt(people, incident).filter(({ id }) => id !== without),
    [people, incident, without],
  );
  const own = offered.filter(({ id }) => id === me.id);
  const others = offered.filter(({ id }) => id !== me.id);
  return (
    <SelectField
      label={label}
      hideLabel={hideLabel}
      required={nobody === undefined}
      value={value}
      onChange={({ target }) => onChange(target.value as UserId | '')}
    >
      {nobody === undefined ? null : <option value="">{nobody}</option>}
      {[...own, ...others].map(({ id, name }) => (
        <option key={id} value={id}>
          {id === me.id ? t('me') : name}
        </option>
      ))}
    </SelectField>
  );
};
