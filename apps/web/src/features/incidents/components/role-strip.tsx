import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import { INCIDENT_ROLES } from '@sitrep/shared/incidents/values';
import { Star, TriangleAlert, UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePerson } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { PersonChip, useIsActive } from '../../../widgets/person.tsx';
import { InlineProblem } from './inline-problem.tsx';
import { RoleEditor } from './role-editor.tsx';
import { RoleSlot } from './role-slot.tsx';

const useUncommanded = ({ roles, status }: Incident): boolean => {
  const isActive = useIsActive();
  return activeHolder(roles, 'commander', isActive) === undefined && status !== 'closed' && status !== 'resolved';
};

type Props = {
  incident: Incident;
  /** Where the commander stands beside it already. */
  withoutCommander?: boolean;
};

export const RoleStrip = ({ incident, withoutCommander = false }: Props) => {
  const t = useTranslations('incident.roles');
  const uncommanded = useUncommanded(incident);
  const roles =
    uncommanded || withoutCommander ? INCIDENT_ROLES.filter((role) => role !== 'commander') : INCIDENT_ROLES;
  return (
    <ul aria-label={t('label')} className="flex flex-wrap items-center gap-x-1">
      {roles.map((role) => (
        <li key={role}>
          <RoleSlot incident={incident} incidentRole={role} />
        </li>
      ))}
    </ul>
  );
};

/** The loudest thing in the room, with the way out of it beside it. */
export const NoCommander = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.roles');
  const take = useCommand('incident.take-role');
  const uncommanded = useUncommanded(incident);
  const blocked = useGate('incident.take-role', { holders: incident.roles });
  if (!uncommanded) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span className="inline-flex items-center gap-1.5 rounded-m bg-sev1 px-2.5 py-1 font-semibold text-on-sev1">
        <TriangleAlert size={16} aria-hidden />
        {t('noCommander')}
      </span>
      <Button
        variant="danger"
        blocked={blocked}
        busy={take.isPending}
        icon={<Star size={16} aria-hidden />}
        onClick={() => take.mutate({ incidentId: incident.id, role: 'commander' })}
      >
        <span>
          {t('takeCommand')}
          <span className="pointer-coarse:hidden"> (I)</span>
        </span>
      </Button>
      <span className="contents max-room:hidden">
        <GiveCommand incident={incident} />
      </span>
      <InlineProblem problem={take.error} onDismiss={take.reset} />
    </span>
  );
};

/** Beside the way that is taken first: to give it to somebody, and who had it. */
const GiveCommand = ({ incident }: { incident: Incident }) => {
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
        {({ close }) => <RoleEditor incident={incident} incidentRole="commander" onDone={close} />}
      </Popover>
      {commander === undefined ? null : (
        <span className="text-dense text-text-2">
          <PersonChip id={commander} size={20} />
        </span>
      )}
    </>
  );
};

/** On a phone, where the other roles are behind a tab. */
export const CommanderSlot = ({ incident }: { incident: Incident }) =>
  useUncommanded(incident) ? (
    <span className="inline-flex max-w-full items-center">
      <GiveCommand incident={incident} />
    </span>
  ) : (
    <RoleSlot incident={incident} incidentRole="commander" />
  );
