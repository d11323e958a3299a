import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import type { Roster } from '@sitrep/shared/roster/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { RoleIcon } from '../../../ui/role-badge.tsx';
import { PersonChip } from '../../../widgets/person.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { RoleEditor } from './role-editor.tsx';

type Props = { incident: Incident; roster: Roster; roles: readonly IncidentRole[] };

/** Roles of the settings: a line has no room for all of them, so that they are one press away. */
export const FurtherRoles = (props: Props) => {
  const t = useTranslations('incident.roles');
  const { incident, roles } = props;
  const held = roles.filter((role) => incident.roles[role] !== undefined).length;
  return (
    <Popover
      label={t('further', { count: roles.length, held })}
      popup="dialog"
      className="w-80"
      button={{ variant: 'quiet', className: '!px-1.5' }}
      trigger={<span className="figures text-dense">{t('furtherShort', { count: roles.length })}</span>}
    >
      {({ close }) => <Further {...props} onDone={close} />}
    </Popover>
  );
};

/** First which, then what is done with it: in the same place, so that the focus goes nowhere else. */
const Further = ({ incident, roster, roles, onDone }: Props & { onDone: () => void }) => {
  const t = useTranslations('incident.roles');
  const names = useRoleNames();
  const [chosen, setChosen] = useState<IncidentRole>();
  if (chosen !== undefined) {
    return <RoleEditor incident={incident} roster={roster} incidentRole={chosen} onDone={onDone} />;
  }
  return (
    <div className="grid gap-1 p-3">
      <h2 className="font-semibold">{t('furtherTitle')}</h2>
      <ul className="-mx-2 grid">
        {roles.map((role) => {
          const holder = incident.roles[role];
          return (
            <li key={role}>
              <Button wide variant="quiet" className="!justify-start !text-text" onClick={() => setChosen(role)}>
                <RoleIcon role={role} className="shrink-0 text-text-2" />
                <span className="min-w-0 flex-1 truncate text-left">{names.name(role)}</span>
                {holder === undefined ? (
                  <span className="text-text-2 italic">{t('nobodyShort')}</span>
                ) : (
                  <PersonChip id={holder} size={20} />
                )}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
