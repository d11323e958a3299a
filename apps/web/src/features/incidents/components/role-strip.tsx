import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import { INCIDENT_ROLES } from '@sitrep/shared/incidents/values';
import { Star, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { useIsActive } from '../../../widgets/person.tsx';
import { InlineProblem } from './inline-problem.tsx';
import { RoleSlot } from './role-slot.tsx';

const useUncommanded = ({ roles, status }: Incident): boolean => {
  const isActive = useIsActive();
  return activeHolder(roles, 'commander', isActive) === undefined && status !== 'closed' && status !== 'resolved';
};

export const RoleStrip = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.roles');
  const roles = useUncommanded(incident) ? INCIDENT_ROLES.filter((role) => role !== 'commander') : INCIDENT_ROLES;
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
        {t('takeCommand')}
      </Button>
      <RoleSlot incident={incident} incidentRole="commander" />
      <InlineProblem problem={take.error} onDismiss={take.reset} />
    </span>
  );
};
