import type { ClosedIncident } from '@sitrep/shared/incidents/state';
import { useTranslations } from 'use-intl';
import { Stamp } from '../../../widgets/times.tsx';
import { IncidentLink } from '../../../widgets/incident-link.tsx';
import { ReopenButton } from './reopen-button.tsx';

/** Where an open incident has its composer. */
export const ClosedBar = ({ incident }: { incident: ClosedIncident }) => {
  const t = useTranslations('incident.closed');
  const { closure } = incident;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-border bg-raised px-4 py-3">
      <div>
        <p className="font-medium">
          {t('title')} · <Stamp at={incident.closedAt} />
        </p>
        <p className="whitespace-pre-wrap text-text-2">
          {closure.kind === 'completed' || closure.kind === 'false-alarm' ? (
            t(closure.kind, { reason: closure.reason })
          ) : (
            <>
              {t(closure.kind)} <IncidentLink idOrKey={closure.key}>{closure.key}</IncidentLink>
            </>
          )}
        </p>
      </div>
      <ReopenButton incident={incident} />
    </div>
  );
};
