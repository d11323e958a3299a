import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { wayToGive } from '@sitrep/shared/rooms/roles/way-to-give';
import { openOffer, type Roster } from '@sitrep/shared/roster/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { useAnyCommand, useCommand } from '../../../live/use-command.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { assignable, useIsActive } from '../../../widgets/person.tsx';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';

type Props = { incident: Incident; roster: Roster; incidentRole: IncidentRole; onDone: () => void };

/** Take, give, offer, release: one holder at a time, and everything explicit. */
export const RoleEditor = ({ incident, roster, incidentRole: role, onDone }: Props) => {
  const t = useTranslations('incident.roles');
  const roles = useRoleNames();
  const me = useMe();
  const { people } = usePeople();
  const isActive = useIsActive();
  const take = useCommand('incident.take-role');
  const release = useCommand('incident.release-role');
  const blocked = useGate('incident.assign-role', { holders: incident.roles });
  const closed = incident.status === 'closed';

  const holder = incident.roles[role];
  const holderName = holder === undefined ? undefined : people.get(holder)?.name;
  const isAway = role === 'commander' && roster.commanderAway !== undefined;
  const free = activeHolder(incident.roles, role, isActive) === undefined;
  const mine = holder === me.id;
  const target = { incidentId: incident.id, role };
  const options = { onSuccess: onDone };

  return (
    <div className="grid gap-2 p-3">
      <h2 className="font-semibold">{roles.name(role)}</h2>
      {holderName === undefined ? null : (
        <p className="text-text-2">{t(free ? 'heldByLeft' : 'heldBy', { name: mine ? t('you') : holderName })}</p>
      )}
      {(free || (isAway && !mine)) && !closed ? (
        <Button variant="primary" blocked={blocked} busy={take.isPending} onClick={() => take.mutate(target, options)}>
          {t('take')}
        </Button>
      ) : null}
      <ProblemLine problem={take.error ?? release.error} />
      {closed ? null : (
        <>
          <OfferWaits incident={incident} roster={roster} incidentRole={role} />
          <GiveTo incident={incident} roster={roster} incidentRole={role} onDone={onDone} />
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

const OfferWaits = ({ incident, roster, incidentRole: role }: Omit<Props, 'onDone'>) => {
  const t = useTranslations('incident.roles');
  const common = useTranslations('common');
  const { people } = usePeople();
  const withdraw = useCommand('role.withdraw-offer');
  const blocked = useGate('incident.assign-role', { holders: incident.roles });
  const offer = openOffer(roster, role, useIsActive());
  if (offer === undefined) return null;
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className="text-text-2">{t('waits', { name: people.get(offer.to)?.name ?? common('somebody') })}</p>
      <Button
        blocked={blocked}
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ incidentId: incident.id, role })}
      >
        {t('withdraw')}
      </Button>
      <ProblemLine problem={withdraw.error} />
    </div>
  );
};

/** The own role and command are offered, others are given: the words say which. */
const GiveTo = ({ incident, roster, incidentRole: role, onDone }: Props) => {
  const t = useTranslations('incident.roles');
  const me = useMe();
  const { people } = usePeople();
  const isActive = useIsActive();
  const [search, setSearch] = useState('');
  const give = useAnyCommand();
  const blocked = useGate('incident.assign-role', { holders: incident.roles });
  const holder = incident.roles[role];
  const words = wordsFor(role, holder === me.id);
  const wanted = search.trim().replace(/^@/, '').toLowerCase();
  const found = assignable(people).filter(
    ({ id, name, handle }) => id !== holder && id !== me.id && `${name} ${handle}`.toLowerCase().includes(wanted),
  );
  const giveTo = (userId: UserId): void => {
    const type = wayToGive({ incident, roster, role, to: userId, by: me.id, isActive });
    give.mutate({ type, command: { incidentId: incident.id, role, userId } }, { onSuccess: onDone });
  };
  return (
    <>
      <h3 className="text-dense font-medium">{t(words.heading)}</h3>
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
              busy={give.isPending && give.variables.command['userId'] === id}
              icon={<Avatar name={name} size={20} />}
              aria-label={t(words.button, { name })}
              onClick={() => giveTo(id)}
            >
              {name} <span className="text-text-2">@{handle}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="text-dense text-text-2">{t('nobodyFound')}</p> : null}
      <ProblemLine problem={give.error} />
    </>
  );
};

const wordsFor = (role: IncidentRole, mine: boolean) => {
  if (mine) return { heading: 'handOverTo', button: 'handOver' } as const;
  return role === 'commander'
    ? ({ heading: 'offerTo', button: 'offer' } as const)
    : ({ heading: 'assignTo', button: 'assign' } as const);
};
