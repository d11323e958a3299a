import { can } from '@sitrep/shared/kernel/permissions';
import type { Incident } from '@sitrep/shared/incidents/state';
import { directReports, SPAN_OF_CONTROL } from '@sitrep/shared/rooms/roles/responders';
import type { Roster } from '@sitrep/shared/roster/state';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RoleBadge } from '../../ui/role-badge.tsx';
import { useActor, useMe } from '../../widgets/me.ts';
import { usePast } from '../../widgets/past.ts';
import { PersonChip, useIsActive } from '../../widgets/person.tsx';
import { useRoleNames } from '../../widgets/role-names.ts';
import { Age } from '../../widgets/times.tsx';
import { AddPerson } from './add-person.tsx';
import { JoinButton } from './join-button.tsx';
import { peopleIn, type PersonIn } from './people-in.ts';

type Props = { incident: Incident; parts: { readonly roster: Roster } };

/** Who holds a role, who joined, and since when. */
export const PeoplePanel = ({ incident, parts: { roster } }: Props) => {
  const t = useTranslations('roster.people');
  const roleNames = useRoleNames();
  const isActive = useIsActive();
  const people = peopleIn({ incident, roster, roles: roleNames.all, isActive });
  const reports = directReports(incident.roles, roster, isActive).length;
  return (
    <Panel title={t('title')} actions={<JoinButton incident={incident} roster={roster} />}>
      {people.length === 0 ? <p className="text-text-2">{t('joinBody')}</p> : null}
      <ul className="grid">
        {people.map((person) => (
          <Row key={person.userId} person={person} incident={incident} />
        ))}
      </ul>
      {reports > SPAN_OF_CONTROL ? (
        <p className="mt-1 text-dense text-text-2">{t('span', { count: reports, most: SPAN_OF_CONTROL })}</p>
      ) : null}
      <AddPerson incident={incident} roster={roster} />
    </Panel>
  );
};

const Row = ({ person: { userId, roles, since, joined }, incident }: { person: PersonIn; incident: Incident }) => {
  const t = useTranslations('roster.people');
  const common = useTranslations('common');
  const roleNames = useRoleNames();
  const { people } = usePeople();
  const me = useMe();
  const past = usePast() !== undefined;
  const leave = useCommand('responder.leave');
  const mayRelease = can(useActor(), 'incident.close', { holders: incident.roles }).allowed;
  const releases = mayRelease && !past && incident.status !== 'closed';
  const name = people.get(userId)?.name ?? common('somebody');
  return (
    <li className="flex min-h-8 items-center gap-2">
      <span className="min-w-0 flex-1">
        <PersonChip id={userId} size={20} />
      </span>
      {roles.map((role) => (
        <RoleBadge key={role} role={role} name={roleNames.name(role)} short={roleNames.short(role)} />
      ))}
      {since === undefined ? null : <Age at={since} className="min-w-10 text-right text-dense text-text-2" />}
      {!releases ? null : joined && userId !== me.id ? (
        <IconButton
          label={t('release', { name })}
          icon={<X size={14} aria-hidden />}
          onClick={() => leave.mutate({ incidentId: incident.id, userId })}
        />
      ) : (
        <span aria-hidden="true" className="min-w-7 pointer-coarse:min-w-11" />
      )}
    </li>
  );
};
