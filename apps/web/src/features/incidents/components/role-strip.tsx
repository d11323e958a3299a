import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import { INCIDENT_ROLES, isCustomRole, type IncidentRole } from '@sitrep/shared/incidents/values';
import type { Roster } from '@sitrep/shared/roster/state';
import { TriangleAlert, UserRoundPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePerson } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useAriaKeys, useKeyHint } from '../../../ui/keys.ts';
import { Popover } from '../../../ui/popover.tsx';
import { ChangeMark } from '../../../widgets/change-mark.tsx';
import { useGate, useWritingGate } from '../../../widgets/gate.ts';
import { PersonChip, useIsActive } from '../../../widgets/person.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { Age } from '../../../widgets/times.tsx';
import { FurtherRoles } from './further-roles.tsx';
import { InlineProblem } from './inline-problem.tsx';
import { RoleEditor } from './role-editor.tsx';
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

/** All roles in one line; the first slot is as wide as what asks for a commander, the last holds those of the settings. */
export const RoleSlots = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const further = useFurther(incident);
  return (
    <ul
      aria-label={t('label')}
      className={classNames(
        'grid min-w-0 flex-1 items-center gap-x-1',
        further.length === 0
          ? 'grid-cols-[20.5rem_repeat(4,minmax(0,11.5rem))]'
          : 'grid-cols-[20.5rem_repeat(4,minmax(0,11.5rem))_auto]',
      )}
    >
      <li>
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

/** The loudest thing in the room, and the way out of it in one. */
export const NoCommander = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const take = useCommand('incident.take-role');
  const blocked = useGate('incident.take-role', { holders: incident.roles });
  const offline =
    useWritingGate('incident.take-role', { holders: incident.roles }) === undefined && blocked !== undefined;
  const hint = useKeyHint('take-command');
  const ariaKeys = useAriaKeys('take-command');
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-1 room:flex-nowrap">
      <Button
        variant="alarm"
        // As loud for whoever may only look; without a connection nobody is asked for what cannot be done.
        className={classNames(
          '!font-semibold max-[23rem]:!gap-1 max-[23rem]:!px-1.5 room:!text-dense',
          offline
            ? '!border-dashed !border-sev1-fg !bg-surface !text-sev1-fg'
            : '!border-transparent !bg-sev1 !text-on-sev1',
        )}
        aria-keyshortcuts={ariaKeys}
        blocked={blocked}
        busy={take.isPending}
        icon={<TriangleAlert size={16} aria-hidden />}
        onClick={() => take.mutate({ incidentId: incident.id, role: 'commander' })}
      >
        <span>{t('noCommander')}</span>
        <span className="border-l border-current/50 pl-2 font-medium">
          {t('takeCommand')}
          {hint === undefined ? null : <span className="max-[23rem]:hidden pointer-coarse:hidden"> ({hint})</span>}
        </span>
      </Button>
      <GiveCommand incident={incident} roster={roster} />
      <InlineProblem problem={take.error} onDismiss={take.reset} />
    </span>
  );
};

/** Beside the way that is taken first: to give it to somebody, and who had it. */
const GiveCommand = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const { commander } = incident.roles;
  const person = usePerson(commander);
  const role = words('role.commander');
  return (
    <>
      <Popover
        label={
          commander === undefined
            ? t('slotEmpty', { role })
            : t('slot', { role, holder: person?.name ?? common('somebody') })
        }
        popup="dialog"
        className="w-80"
        button={{ variant: 'quiet', className: '!px-1.5' }}
        trigger={<UserRoundPlus size={16} aria-hidden />}
      >
        {({ close }) => <RoleEditor incident={incident} roster={roster} incidentRole="commander" onDone={close} />}
      </Popover>
      {commander === undefined ? null : (
        <span className="text-dense text-text-2">
          <PersonChip id={commander} size={20} />
        </span>
      )}
    </>
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
