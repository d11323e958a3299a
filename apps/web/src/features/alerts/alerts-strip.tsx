import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useAlerts } from '../../live/react.tsx';
import { Age } from '../../widgets/times.tsx';
import { AcknowledgeButton, DeclareFromAlert } from './alert-actions.tsx';
import { AlertMark } from './alert-mark.tsx';
import { byUrgency, serviceBeside, wantsIncident } from './alert-groups.ts';

const SHOWN = 2;

/** Above the board: bad news that nobody has made an incident of yet. */
export const AlertsStrip = ({ onDeclare }: { onDeclare: (alert: AlertRow) => void }) => {
  const t = useTranslations('alerts');
  const { rows } = useAlerts();
  const waiting = rows.filter(wantsIncident).toSorted(byUrgency);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('strip')} className="border-b border-border bg-sev2-bg px-4 py-1">
      <ul>
        {waiting.slice(0, SHOWN).map((alert) => (
          <li key={alert.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-0.5">
            <AlertMark severity={alert.severity} />
            <span className="min-w-0 flex-1 basis-48 truncate" title={alert.description}>
              <span className="font-medium">{alert.title}</span>
              {serviceBeside(alert) === undefined ? null : (
                <span className="text-text-2"> · {serviceBeside(alert)}</span>
              )}
            </span>
            <Age at={alert.firedAt} className="text-dense text-text-2" />
            <span className="flex items-center gap-1.5">
              <AcknowledgeButton alert={alert} />
              <DeclareFromAlert alert={alert} onDeclare={onDeclare} />
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-3 text-dense">
        {waiting.length > SHOWN ? t('stripMore', { count: waiting.length - SHOWN }) : null}
        <Link to="/alerts" className="text-accent underline underline-offset-2">
          {t('all')}
        </Link>
      </p>
    </section>
  );
};
