import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { assignable, useIsActive } from '../../../widgets/person.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';

type Props = { incident: Incident; incidentRole: IncidentRole; onDone: () => void };

/** Take, give, hand over, release: one holder at a time, and everything explicit. */
export const RoleEditor = ({ incident, incidentRole: role, onDone }: Props) => {
  const t = useTranslations('incident.roles');
  const roles = useRoleNames();
  const me = useMe();
  const { people } = usePeople();
  const [search, setSearch] = useState('');
  const take = useCommand('incident.take-role');
  const assign = useCommand('incident.assign-role');
  const handOver = useCommand('role.offer');
  const release = useCommand('incident.release-role');
  const blocked = useGate('incident.assign-role', { holders: incident.roles });
  const closed = incident.status === 'closed';

  const holder = incident.roles[role];
  const holderName = holder === undefined ? undefined : people.get(holder)?.name;
  const free = activeHolder(incident.roles, role, useIsActive()) === undefined;
  const mine = holder === me.id;
  const target = { incidentId: incident.id, role };
  const options = { onSuccess: onDone };
  const give = (userId: UserId): void =>
    mine || role === 'commander'
      ? handOver.mutate({ ...target, userId }, options)
      : assign.mutate({ ...target, userId }, options);
  const wanted = search.trim().replace(/^@/, '').toLowerCase();
  const found = assignable(people).filter(
    ({ id, name, handle }) => id !== holder && id !== me.id && `${name} ${handle}`.toLowerCase().includes(wanted),
  );
  const busyWith = assign.isPending
    ? assign.variables.userId
    : handOver.isPending
      ? handOver.variables.userId
      : undefined;

  return (
    <div className="grid gap-2 p-3">
      <h2 className="font-semibold">{roles.name(role)}</h2>
      {holderName === undefined ? null : (
        <p className="text-text-2">{t(free ? 'heldByLeft' : 'heldBy', { name: mine ? t('you') : holderName })}</p>
      )}
      {free && !closed ? (
        <Button variant="primary" blocked={blocked} busy={take.isPending} onClick={() => take.mutate(target, options)}>
          {t('take')}
        </Button>
      ) : null}
      <ProblemLine problem={take.error ?? assign.error ?? handOver.error ?? release.error} />
      {closed ? null : (
        <>
          <h3 className="text-dense font-medium">{t(mine ? 'handOverTo' : 'assignTo')}</h3>
          <TextField
            label={t('find')}
            hideLabel
            placeholder={t('find')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <ul className="grid max-h-60 overflow-y-auto">
            {found.map(({ id, name, handle }) => (
              <li key={id}>
                <Button
                  wide
                  variant="quiet"
                  className="!justify-start !text-text"
                  blocked={blocked}
                  busy={busyWith === id}
                  icon={<Avatar name={name} size={20} />}
                  aria-label={mine ? t('handOver', { name }) : t('assign', { name })}
                  onClick={() => give(id)}
                >
                  {name} <span className="text-text-2">@{handle}</span>
                </Button>
              </li>
            ))}
          </ul>
          {found.length === 0 ? <p className="text-dense text-text-2">{t('nobodyFound')}</p> : null}
          {holder === undefined ? null : (
            <Button blocked={blocked} busy={release.isPending} onClick={() => release.mutate(target, options)}>
              {mine ? t('release') : t('releaseOther', { name: holderName ?? '' })}
            </Button>
          )}
        </>
      )}
    </div>
  );
};
