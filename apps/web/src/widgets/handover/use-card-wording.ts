import type { OpenStatus } from '@sitrep/shared/incidents/values';
import { INCIDENT_STATUSES, IncidentRole } from '@sitrep/shared/incidents/values';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useRoleNames } from '../role-names.ts';
import type { CardWording } from './sections.ts';

/** In the reader's words, with the names of today; times as `time` writes them. */
export const useCardWording = (time: (at: number) => string): CardWording => {
  const t = useTranslations('handover');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const roles = useRoleNames();
  const { people } = usePeople();
  return useMemo(
    () => ({
      t,
      severity: (severity) => words('severity', { severity }),
      status: (status) =>
        INCIDENT_STATUSES.some((known) => known === status) ? words(`status.${status as OpenStatus}`) : status,
      role: (role) => {
        const known = IncidentRole.safeParse(role);
        return known.success ? roles.name(known.data) : role;
      },
      person: (id) => people.get(id)?.name ?? common('somebody'),
      time,
    }),
    [t, words, common, roles, people, time],
  );
};
