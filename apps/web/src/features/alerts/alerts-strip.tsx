import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAlerts } from '../../live/react.tsx';
import { Age } from '../../widgets/times.tsx';
import { AcknowledgeButton, DeclareFromAlert } from './alert-actions.tsx';
import { AlertMark } from './alert-mark.tsx';
import { byUrgency, serviceBeside, wantsIncident } from './alert-groups.ts';

const SHOWN = 2;

const sameIds = (a: readonly AlertRow[], b: readonly AlertRow[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);

type Props = {
  onDeclare: (alert: AlertRow) => void;
  /** Somebody is at what stands below: the lines stay as many as they are. */
  held: boolean;
};

/** Above the board: bad news that nobody has made an incident of yet. */
export const AlertsStrip = ({ onDeclare, held }: Props) => {
  const t = useTranslations('alerts');
  const { rows } = useAlerts();
  const waiting = useMemo(() => rows.filter(wantsIncident).toSorted(byUrgency), [rows]);
  const [shown, setShown] = useState(waiting);
  const next = waiting.slice(0, SHOWN);
  if (!held && !sameIds(shown, next)) setShown(next);
  if (shown.length === 0) return null;
  const waits = new Set(waiting.map(({ id }) => id));
  const more = waiting.length - shown.filter(({ id }) => waits.has(id)).length;
  return (
    <section
      aria-label={t('strip')}
      className="flex flex-wrap items-center gap-x-4 border-b border-border bg-sev2-bg px-4 py-1"
    >
      <ul className="min-w-0 flex-1 basis-80">
        {shown
          .map((kept) => rows.find(({ id }) => id === kept.id) ?? kept)
          .map((alert) => (
            <li
              key={alert.id}
              className={`flex flex-wrap items-center gap-x-3 gap-y-1 py-0.5 ${waits.has(alert.id) ? '' : 'opacity-60'}`}
            >
              <AlertMark severity={alert.severity} />
              <span className="min-w-0 flex-1 basis-48 truncate" title={alert.description}>
                <span className="font-medium">{alert.title}</span>
                {serviceBeside(alert) === undefined ? null : (
                  <span className="text-text-2"> · {serviceBeside(alert)}</span>
                )}
              </span>
              <Age at={alert.firedAt} className="text-dense text-text-2" />
              {waits.has(alert.id) ? (
                <span className="flex items-center gap-1.5">
                  <AcknowledgeButton alert={alert} />
                  <DeclareFromAlert alert={alert} onDeclare={onDeclare} />
                </span>
              ) : (
                <span className="target inline-flex items-center">{t('stripOver')}</span>
              )}
            </li>
          ))}
      </ul>
      <p className="flex flex-wrap gap-x-3 self-end py-1.5 text-dense">
        {more > 0 ? t('stripMore', { count: more }) : null}
        <Link to="/alerts" className="text-accent underline underline-offset-2">
          {t('all')}
        </Link>
      </p>
    </section>
  );
};
