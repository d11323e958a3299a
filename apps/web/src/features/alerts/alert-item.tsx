import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { Stamp } from '../../widgets/times.tsx';
import { AcknowledgeButton, DeclareFromAlert, ResolveButton } from './alert-actions.tsx';
import { serviceBeside } from './alert-groups.ts';
import { AlertMark } from './alert-mark.tsx';
import { beganApart, descriptionBeside, ruleBeside } from './alert-words.ts';

type Props = {
  alert: AlertRow;
  incidentKey?: string | undefined;
  /** The name of the integration that it came through. */
  source?: string | undefined;
  /** Nothing within an incident's own room: the alert has its incident. */
  onDeclare?: (alert: AlertRow) => void;
};

export const AlertItem = ({ alert, incidentKey, source, onDeclare }: Props) => {
  const t = useTranslations('alerts');
  const words = useTranslations('words');
  const description = descriptionBeside(alert);
  const rule = ruleBeside(alert);
  const began = beganApart(alert);
  const active = alert.status !== 'resolved';
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-border bg-surface px-4 py-2">
      <span className="w-20 pt-0.5">
        <AlertMark severity={alert.severity} />
      </span>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{alert.title}</span>
          {serviceBeside(alert) === undefined ? null : <span className="text-text-2">{serviceBeside(alert)}</span>}
          {alert.status === 'acknowledged' ? <Badge>{words('alertStatus.acknowledged')}</Badge> : null}
          {alert.occurrence > 1 ? <Badge>{t('occurrence', { occurrence: alert.occurrence })}</Badge> : null}
        </p>
        {description === undefined ? null : (
          <p className="line-clamp-2 max-w-[80ch] text-text-2" title={description}>
            {description}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-2 text-dense text-text-2">
          {source === undefined ? null : <span>{t('from', { source })}</span>}
          {rule === undefined ? null : <span className="font-mono text-meta leading-5">{rule}</span>}
          {began === undefined ? null : (
            <span>
              {t('since')} <Stamp at={began} />
            </span>
          )}
          <span>
            {began === undefined ? t('fired') : t('arrived')} <Stamp at={alert.firedAt} />
          </span>
          {alert.resolvedAt === undefined ? null : (
            <span>
              {t('resolvedAt')} <Stamp at={alert.resolvedAt} />
            </span>
          )}
          {alert.received > 1 ? <span>{t('received', { count: alert.received })}</span> : null}
          {isWebAddress(alert.url) ? (
            <a
              href={alert.url}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex items-center gap-1 underline"
            >
              {t('openTool')}
              <ExternalLink size={12} aria-hidden />
            </a>
          ) : null}
          <Labels labels={alert.labels} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {alert.incidentId === undefined || onDeclare === undefined ? null : (
          <span className="max-sm:basis-full">
            <IncidentLink idOrKey={incidentKey ?? alert.incidentId}>{incidentKey ?? t('incident')}</IncidentLink>
          </span>
        )}
        {alert.status === 'firing' ? <AcknowledgeButton alert={alert} /> : null}
        {active && alert.incidentId === undefined && onDeclare !== undefined ? (
          <DeclareFromAlert alert={alert} onDeclare={onDeclare} />
        ) : null}
        {active ? <ResolveButton alert={alert} /> : null}
      </div>
    </li>
  );
};

const isWebAddress = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url);

const Labels = ({ labels }: { labels: AlertRow['labels'] }) => {
  const t = useTranslations('alerts');
  const entries = Object.entries(labels);
  if (entries.length === 0) return null;
  return (
    <details className="open:basis-full not-open:sm:-my-1.5">
      <summary className="target w-fit content-center">{t('labels')}</summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 font-mono text-meta">
        {entries.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
