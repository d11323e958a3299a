import type { HistoryRow } from '@sitrep/shared/protocol/http';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';
import { tipWhenCut } from '../../ui/tip-when-cut.ts';
import { tip } from '../../ui/tooltip.tsx';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { SeverityLabel } from '../../widgets/severity.tsx';
import { StatusLabel } from '../../widgets/status.tsx';
import { Age } from '../../widgets/times.tsx';
import { useAgeWords } from '../../widgets/use-words-of-time.ts';
import { ROW_GRID } from './board-row-item.tsx';

/** What was closed a short while ago, in the columns of what is open. */
export const ClosedRowItem = ({ row }: { row: HistoryRow }) => {
  const t = useTranslations('board');
  const words = useTranslations('words');
  const age = useAgeWords();
  const lasted = (row.resolvedAt ?? row.closedAt) - (row.startedAt ?? row.declaredAt);
  const { kind } = row.closure;
  return (
    <li className="relative border-b border-border bg-surface text-text-2 hover:bg-raised">
      <div
        className={classNames(
          ROW_GRID,
          'min-h-13 items-center px-4 py-1 room:grid max-room:flex max-room:flex-wrap max-room:gap-y-1.5 max-room:py-3',
        )}
      >
        <SeverityLabel severity={row.severity} />
        <span className="grid min-w-0 max-room:order-1 max-room:basis-full">
          <IncidentLink
            idOrKey={row.key}
            className="line-clamp-2 min-w-0 font-medium after:absolute after:inset-0 room:line-clamp-1"
            {...tipWhenCut}
          >
            {row.title}
          </IncidentLink>
          <span className="flex min-w-0 gap-2 text-meta">
            <span className="figures shrink-0 font-mono">{row.key}</span>
            <span className="truncate">{row.services.join(', ')}</span>
          </span>
        </span>
        {kind === 'completed' ? <StatusLabel status="closed" /> : <span>{words(`closure.${kind}`)}</span>}
        <span className="figures relative z-1 w-fit whitespace-nowrap max-room:ml-auto" {...tip(t('lasted'))}>
          <span className="sr-only">{t('lasted')} </span>
          {age(lasted)}
        </span>
        <span className="whitespace-nowrap room:col-start-6 wide:col-start-8 max-room:order-2 max-room:ml-auto">
          <span className="wide:sr-only">{t('closedAgo')} </span>
          <Age at={row.closedAt} />
        </span>
      </div>
    </li>
  );
};
