import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NO_FILTER } from './filter-chips.tsx';
import type { TimelineSearch } from './timeline-search.ts';

type Props = {
  /** There are entries that have not been loaded yet. */
  incomplete: boolean;
  searched: number;
  loaded: number;
  total: number | undefined;
  empty: boolean;
  change: (change: TimelineSearch) => void;
};

/** How far filters and search have come, and what to do where they leave nothing. */
export const FilterOutcome = ({ incomplete, searched, loaded, total, empty, change }: Props) => {
  const t = useTranslations('timelineView');
  const goesOn = incomplete || searched < loaded;
  return (
    <>
      {goesOn ? (
        // Over the list: it comes and goes without moving what is read.
        <p className="figures pointer-events-none absolute bottom-2 left-2 z-2 flex items-center gap-2 rounded-m border border-border bg-surface px-2 py-1 text-meta text-text-2">
          {total === undefined
            ? t('searchedSome', { done: searched })
            : t('searched', { done: Math.min(searched, total), total })}
          {total === undefined ? null : (
            <progress aria-hidden="true" value={searched} max={total} className="h-1 w-24 accent-accent" />
          )}
        </p>
      ) : null}
      {empty && !goesOn ? (
        <EmptyState
          title={t('nothingMatches')}
          action={<Button onClick={() => change(NO_FILTER)}>{t('showEverything')}</Button>}
        >
          {t('nothingMatchesMeaning', { count: loaded })}
        </EmptyState>
      ) : null}
    </>
  );
};
