import type { HistoryRow } from '@sitrep/shared/protocol/http';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { SeverityLabel } from '../../widgets/severity.tsx';
import { Stamp } from '../../widgets/times.tsx';
import { useAgeWords } from '../../widgets/use-words-of-time.ts';
import { excerptParts } from './excerpt.ts';

export const HistoryItem = ({ row }: { row: HistoryRow }) => {
  const t = useTranslations('history');
  const words = useTranslations('words');
  const age = useAgeWords();
  const lasted = (row.resolvedAt ?? row.closedAt) - (row.startedAt ?? row.declaredAt);
  return (
    <li className="relative border-b border-border bg-surface px-4 py-2 hover:bg-raised">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <SeverityLabel severity={row.severity} />
        <span className="figures font-mono text-dense text-text-2">{row.key}</span>
        <IncidentLink idOrKey={row.key} className="min-w-0 flex-1 basis-60 font-medium after:absolute after:inset-0">
          {row.title}
        </IncidentLink>
        {row.closure.kind === 'completed' ? null : <Badge>{words(`closure.${row.closure.kind}`)}</Badge>}
        <span className="figures text-dense text-text-2">{t('lasted', { age: age(lasted) })}</span>
        <span className="text-dense text-text-2">
          {t('closed')} <Stamp at={row.closedAt} />
        </span>
      </div>
      {row.services.length === 0 ? null : <p className="text-dense text-text-2">{row.services.join(', ')}</p>}
      {row.excerpt === undefined ? null : (
        <p className="max-w-[80ch] text-dense">
          {excerptParts(row.excerpt).map((part, index) =>
            part.found ? (
              <mark key={index} className="rounded-s bg-sev3-bg px-0.5 font-medium text-text">
                {part.text}
              </mark>
            ) : (
              part.text
            ),
          )}
        </p>
      )}
    </li>
  );
};
