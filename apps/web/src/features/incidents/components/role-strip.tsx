import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import { INCIDENT_ROLES, isCustomRole, type IncidentRole } from '@sitrep/shared/incidents/values';
import type { Roster } from '@sitrep/shared/roster/state';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../../ui/class-names.ts';
import { ChangeMark } from '../../../widgets/change-mark.tsx';
import { useIsActive } from '../../../widgets/person.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { Age } from '../../../widgets/times.tsx';
import { FurtherRoles } from './further-roles.tsx';
import { NoCommander } from './no-commander.tsx';
import { RoleSlot } from './role-slot.tsx';

const useUncommanded = ({ roles, status }: Incident): boolean => {
  const isActive = useIsActive();
  return activeHolder(roles, 'commander', isActive) === undefined && status !== 'closed' && status !== 'resolved';
};

const OTHERS = INCIDENT_ROLES.filter((role) => role !== 'commander');

/** Those of the settings, and those that are held though the settings have them no more. */
const useFurther = ({ roles }: Incident): readonly IncidentRole[] => {
  const { all } = useRoleNames();
  return [...new Set([...all, ...(Object.keys(roles) as IncidentRole[])])].filter(isCustomRole);
};

type Props = { incident: Incident; roster: Roster };

/** All roles in one line; the first has room for a whole name, the last holds those of the settings. */
export const RoleSlots = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const further = useFurther(incident);
  return (
    <ul
      aria-label={t('label')}
      className={classNames(
        'grid min-w-0 flex-1 items-center gap-x-1',
        further.length === 0
          ? 'grid-cols-[max-content_repeat(4,minmax(0,10rem))]'
          : 'grid-cols-[max-content_repeat(4,minmax(0,10rem))_auto]',
      )}
    >
      <li className="max-w-82 min-w-60 room:max-wide:max-w-74">
        <Marked incident={incident} held="commander">
          <Commander incident={incident} roster={roster} />
        </Marked>
      </li>
      {OTHERS.map((role) => (
        <li key={role} className="min-w-0 border-l border-border pl-1">
          <Marked incident={incident} held={role}>
            <RoleSlot incident={incident} roster={roster} incidentRole={role} />
          </Marked>
        </li>
      ))}
      {further.length === 0 ? null : (
        <li className="border-l border-border pl-1">
          <FurtherRoles incident={incident} roster={roster} roles={further} />
        </li>
      )}
    </ul>
  );
};

/** One below the other, where the header has no room for them. */
export const RoleList = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const further = useFurther(incident);
  return (
    <ul aria-label={t('label')} className="-mx-1.5 grid">
      {[...OTHERS, ...further].map((role) => (
        <li key={role}>
          <Marked incident={incident} held={role}>
            <RoleSlot incident={incident} roster={roster} incidentRole={role} named />
          </Marked>
        </li>
      ))}
    </ul>
  );
};

type MarkedProps = { incident: Incident; held: IncidentRole; children: ReactNode };

const Marked = ({ incident, held: role, children }: MarkedProps) => (
  <ChangeMark
    of={incident.id}
    field={`role/${role}`}
    change={incident.lastChanges[`role/${role}`]}
    className="flex min-w-0"
  >
    {children}
  </ChangeMark>
);

const Commander = (seen: Props) =>
  useUncommanded(seen.incident) ? (
    <NoCommander {...seen} />
  ) : (
    <>
      <RoleSlot {...seen} incidentRole="commander" />
      <InCommand {...seen} />
    </>
  );

/** Nobody leads well for ever, nor without being there. */
const InCommand = ({ incident, roster: { commanderAway } }: Props) => {
  const t = useTranslations('incident.roles');
  if (commanderAway !== undefined) {
    return (
      <span className="self-center text-dense font-medium whitespace-nowrap text-sev3-fg">
        {t('away')} <Age at={commanderAway.since} />
      </span>
    );
  }
  const since = incident.lastChanges['role/commander'];
  return since?.to === undefined || since.to !== incident.roles.commander ? null : (
    <span className="self-center text-dense whitespace-nowrap text-text-2">
      {t('for')} <Age at={since.at} />
    </span>
  );
};

/** On a phone beside the title; where nobody commands, below it. */
export const CommanderSlot = ({ incident, roster }: Props) =>
  useUncommanded(incident) ? null : <RoleSlot incident={incident} roster={roster} incidentRole="commander" brief />;

export const NoCommanderLine = ({ incident, roster }: Props) =>
  useUncommanded(incident) ? (
    <div className="mt-1 room:hidden">
      <NoCommander incident={incident} roster={roster} />
    </div>
  ) : null;
