import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { usePersonNames } from '../../widgets/person.tsx';
import type { MenuAction } from './ledger-view.ts';
import { useLeads } from './use-leads.ts';

const DECISIONS: readonly MenuAction[] = ['approve', 'reject', 'halt'];

/** Why an action is not for the viewer, or not now; the server says the same. */
export const useBlockedFor = (
  incident: Incident,
  { plan, proposedBy }: Mitigation,
): ((action: MenuAction) => string | undefined) => {
  const t = useTranslations('gate');
  const decides = useGate('mitigation.decide', { holders: incident.roles });
  const starts = useGate('incident.respond');
  const responds = useWritingGate('incident.respond');
  const leads = useLeads(incident);
  const nameOf = usePersonNames();
  const me = useMe();
  return (action) => {
    if (DECISIONS.includes(action)) return decides;
    if (action === 'start') {
      const { owner } = plan;
      const theirs = owner === undefined || owner === me.id || leads;
      return starts ?? (theirs ? undefined : t('owner', { name: nameOf(owner) }));
    }
    if (action === 'withdraw') {
      const own = proposedBy === `user/${me.id}` || plan.owner === me.id || leads;
      return responds ?? (own ? undefined : t('proposer'));
    }
    return responds;
  };
};
