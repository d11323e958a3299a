import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useMe } from '../../widgets/me.ts';
import { assignable } from '../../widgets/person.tsx';
import { MINUTE_CHOICES, NO_END } from './task-minutes.ts';

type OwnerProps = {
  incident: Incident;
  value: UserId | '';
  onChange: (id: UserId) => void;
  hideLabel?: boolean;
  /** Who has it already. */
  without?: UserId;
};

/** Who can be given a task here: whoever can respond, and see it. */
export const OwnerField = ({ incident, value, onChange, hideLabel = false, without }: OwnerProps) => {
  const t = useTranslations('tasks');
  const me = useMe();
  const { people } = usePeople();
  const owners = assignable(people).filter(
    ({ id, role }) =>
      id !== without && (!incident.private || role === 'administrator' || incident.members.includes(id)),
  );
  const own = owners.filter(({ id }) => id === me.id);
  return (
    <SelectField
      label={t('who')}
      hideLabel={hideLabel}
      required
      value={value}
      onChange={({ target }) => onChange(target.value as UserId)}
    >
      {own.map(({ id }) => (
        <option key={id} value={id}>
          {t('me')}
        </option>
      ))}
      {owners
        .filter(({ id }) => id !== me.id)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
};

type TimeProps = { value: string; onChange: (choice: string) => void; hideLabel?: boolean; children?: ReactNode };

/** How long it may take. */
export const TimeField = ({ value, onChange, hideLabel = false, children }: TimeProps) => {
  const t = useTranslations('tasks');
  return (
    <SelectField
      label={t('time')}
      hideLabel={hideLabel}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {children}
      {MINUTE_CHOICES.map((minutes) => (
        <option key={minutes} value={minutes}>
          {minutes < 60 ? t('minutes', { minutes }) : t('hours', { hours: minutes / 60 })}
        </option>
      ))}
      <option value={NO_END}>{t('noEnd')}</option>
    </SelectField>
  );
};
