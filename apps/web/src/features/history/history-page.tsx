import { useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useBoard } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { historyQuery } from './get-history.ts';
import { HistoryItem } from './history-item.tsx';

const SETTLED_MS = 200;

type Props = { search: string; onSearch: (search: string) => void };

export const HistoryPage = ({ search, onSearch }: Props) => {
  const t = useTranslations('history');
  const { data, isError, isPlaceholderData, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(historyQuery(search));
  // Only closed ones are searched; who types the key of an open one is shown the way.
  const open = useBoard().rows.find(({ key }) => key === search.trim().toUpperCase());
  const rows = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader title={t('title')}>
        <SearchField search={search} onSearch={onSearch} />
      </PageHeader>
      {open === undefined ? null : (
        <p className="px-4 pb-2">
          <IncidentLink idOrKey={open.key}>{open.key}</IncidentLink> {t('isOpen')} {open.title}
        </p>
      )}
      {isError && rows === undefined ? (
        <PanelFailure detail={t('failed')} onRetry={() => void refetch()} />
      ) : rows === undefined ? (
        <Skeleton rows={8} />
      ) : rows.length === 0 ? (
        open !== undefined ? null : search === '' ? (
          <EmptyState title={t('none')}>{t('noneMeaning')}</EmptyState>
        ) : (
          <EmptyState title={t('nothingFound', { search })}>{t('nothingFoundMeaning')}</EmptyState>
        )
      ) : (
        <>
          <ul aria-label={t('list')} aria-busy={isPlaceholderData} className="border-t border-border">
            {rows.map((row) => (
              <HistoryItem key={row.id} row={row} />
            ))}
          </ul>
          {hasNextPage ? (
            <div className="grid justify-items-center p-4">
              <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('more')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </>
  );
};

/** Searches while typing, once the typing pauses. */
const SearchField = ({ search, onSearch }: Props) => {
  const t = useTranslations('history');
  const [text, setText] = useState(search);
  useEffect(() => {
    if (text === search) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  return (
    <search>
      <form
        className="relative w-96 max-w-[calc(100vw-2rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <Search
          size={16}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-text-2"
        />
        <input
          type="search"
          id="history-search"
          aria-label={t('search')}
          placeholder={t('searchPlaceholder')}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="target w-full rounded-m border border-border-strong bg-surface py-1.5 pr-2.5 pl-8"
        />
      </form>
    </search>
  );
};
