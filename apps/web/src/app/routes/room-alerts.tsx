import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import type { IncidentAlerts } from '@sitrep/shared/incidents/state';
import type { AlertId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { AlertItem } from '../../features/alerts/alert-item.tsx';
import { byUrgency } from '../../features/alerts/alert-groups.ts';
import { useAlerts } from '../../live/react.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The alerts of one incident, by what the incident says of them: a private one is named by no alert. */
export const RoomAlerts = ({ alerts }: { alerts: IncidentAlerts }) => {
  const { status, rows } = useAlerts();
  if (status === 'loading') return <Skeleton rows={3} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      <Those are="firing" ids={alerts.firing} rows={rows} />
      <Those are="resolved" ids={alerts.resolved} rows={rows} />
    </div>
  );
};

type Props = { are: 'firing' | 'resolved'; ids: readonly AlertId[]; rows: readonly AlertRow[] };

const Those = ({ are, ids, rows }: Props) => {
  const t = useTranslations('incident.alerts');
  if (ids.length === 0) return null;
  const wanted = new Set(ids);
  const known = rows.filter(({ id }) => wanted.has(id)).toSorted(byUrgency);
  const gone = ids.length - known.length;
  return (
    <section>
      <h2 className="px-4 pt-3 pb-1 text-dense font-semibold text-text-2">{t(are, { count: ids.length })}</h2>
      <ul>
        {known.map((alert) => (
          <AlertItem key={alert.id} alert={alert} />
        ))}
      </ul>
      {gone === 0 ? null : <p className="px-4 py-2 text-dense text-text-2">{t('notListed', { count: gone })}</p>}
    </section>
  );
};
