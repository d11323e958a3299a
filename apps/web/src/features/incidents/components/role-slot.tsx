import type { Incident } from '@sitrep/shared/incidents/state';
import { openOffer, type Roster } from '@sitrep/shared/roster/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import { useTranslations } from 'use-intl';
import { usePerson } from '../../../live/react.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Popover } from '../../../ui/popover.tsx';
import { RoleIcon } from '../../../ui/role-badge.tsx';
import { useChangeTitle } from '../../../widgets/change-mark.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { PersonChip, useIsActive } from '../../../widgets/person.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { RoleEditor } from './role-editor.tsx';

type Props = {
  incident: Incident;
  roster: Roster;
  incidentRole: IncidentRole;
  /** Of the holder only the picture. */
  brief?: boolean;
  /** With the whole name of the role. */
  named?: boolean;
};

/** Letters, icon and holder of one role; opens what can be done with it. */
export const RoleSlot = ({ incident, roster, incidentRole: role, brief = false, named = false }: Props) => {
  const t = useTranslations('incident.roles');
  const common = useTranslations('common');
  const holder = incident.roles[role];
  const person = usePerson(holder);
  const changed = useChangeTitle(`role/${role}`, incident.lastChanges[`role/${role}`]);
  const roles = useRoleNames();
  const name = roles.name(role);
  const blocked = useGate('incident.assign-role', { holders: incident.roles });
  const offer = openOffer(roster, role, useIsActive());
  const empty =
    offer !== undefined
      ? t('offeredShort')
      : blocked !== undefined || incident.status === 'closed'
        ? t('nobody')
        : t(role === 'commander' ? 'giveShort' : 'takeShort');
  return (
    <Popover
      label={
        holder === undefined
          ? t('slotEmpty', { role: name })
          : t('slot', { role: name, holder: person?.name ?? common('somebody') })
      }
      popup="dialog"
      className="w-80"
      button={{ variant: 'quiet', className: '!gap-1 !px-1.5 min-w-0 max-w-full', ...changed }}
      trigger={
        <>
          <RoleIcon
            role={role}
            className={classNames('shrink-0', role !== 'commander' && !named && 'room:max-xl:hidden')}
          />
          <span className="text-meta font-semibold">{named ? name : roles.short(role)}</span>
          {holder === undefined ? (
            <span className="text-dense text-text-2 italic">{empty}</span>
          ) : brief ? (
            <Avatar name={person?.name ?? common('somebody')} size={22} />
          ) : (
            <>
              <span className={role === 'commander' ? 'hidden' : 'hidden room:max-xl:inline-flex'}>
                <Avatar name={person?.name ?? common('somebody')} size={20} />
              </span>
              <span className={`flex min-w-0 text-dense text-text ${role === 'commander' ? '' : 'room:max-xl:hidden'}`}>
                <PersonChip id={holder} size={20} brief={role !== 'commander' && !named} />
              </span>
            </>
          )}
        </>
      }
    >
      {({ close }) => <RoleEditor incident={incident} roster={roster} incidentRole={role} onDone={close} />}
    </Popover>
  );
};
