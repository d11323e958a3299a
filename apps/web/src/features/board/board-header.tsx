import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { BoardFilterLine } from './board-filters.tsx';
import { BoardSearch } from './board-search.tsx';
import type { BoardFilters } from './filters.ts';

type Props = {
  filters: BoardFilters;
  /** Nothing where there is nothing to choose from. */
  onChange: ((filters: BoardFilters) => void) | undefined;
  children: ReactNode;
};

/** One line; on a phone the choices stand below title and search. */
export const BoardHeader = ({ filters, onChange, children }: Props) => {
  const t = useTranslations('board');
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <h1 className="text-section font-semibold">{t('title')}</h1>
      {onChange === undefined ? null : (
        <>
          <div className="ml-auto min-w-0 max-sm:order-last max-sm:basis-full">
            <BoardFilterLine filters={filters} onChange={onChange} />
          </div>
          <div className="max-sm:ml-auto max-sm:min-w-0 max-sm:flex-1">
            <BoardSearch
              text={filters.q ?? ''}
              onText={(text) => {
                const { q: _before, ...others } = filters;
                onChange(text.trim() === '' ? others : { ...others, q: text });
              }}
            />
          </div>
        </>
      )}
      <div className={onChange === undefined ? 'ml-auto' : ''}>{children}</div>
    </header>
  );
};
