import { boardOrder } from '@sitrep/shared/board/board-row';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AlertsStrip } from '../../features/alerts/alerts-strip.tsx';
import { BoardFilterLine } from '../../features/board/board-filters.tsx';
import { BoardList } from '../../features/board/board-list.tsx';
import { filterRows, isFiltered, needsCommander, type BoardFilters } from '../../features/board/filters.ts';
import { getBoardAt } from '../../features/board/get-board.ts';
import { useBoard, useLiveClient } from '../../live/react.tsx';
import type { BoardView } from '../../live/live-client.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMe } from '../../widgets/me.ts';
import { useIsActive } from '../../widgets/person.tsx';
import { declareFrom } from '../declare-from.ts';
import { NoTime } from '../no-time.tsx';
import { PastFrame } from '../past-frame.tsx';
import { timeOf } from '../time-of.ts';
import { BoardBelow } from './board-below.tsx';

export const BoardRoute = () => {
  const filters = useSearch({ from: '/signed-in/' });
  const at = timeOf(filters.at);
  const navigate = useNavigate();
  if (filters.at !== undefined && at === undefined) {
    const { at: noTime, ...rest } = filters;
    return <NoTime at={noTime ?? ''} onBack={() => void navigate({ to: '/', search: rest })} />;
  }
  return at === undefined ? <LiveBoard filters={filters} /> : <PastBoard filters={filters} at={at} />;
};

const LiveBoard = ({ filters }: { filters: BoardFilters }) => {
  const t = useTranslations('board');
  const view = useBoard();
  useDocumentTitle(view.status === 'loading' ? t('title') : t('count', { count: view.rows.length }));
  return (
    <Board view={view} filters={filters}>
      <ErrorBoundary renderFailure={(retry) => <PanelFailure onRetry={retry} />}>
        <AlertsStrip onDeclare={declareFrom} />
      </ErrorBoundary>
    </Board>
  );
};

const PastBoard = ({ filters, at }: { filters: BoardFilters; at: number }) => {
  const navigate = useNavigate();
  const { data, isError, refetch } = useQuery(getBoardAt(at));
  const { at: _at, ...rest } = filters;
  return (
    <PastFrame
      at={at}
      onAt={(next) => void navigate({ to: '/', search: { ...rest, at: new Date(next).toISOString() } })}
      onBack={() => void navigate({ to: '/', search: rest })}
    >
      {isError ? (
        <PanelFailure onRetry={() => void refetch()} />
      ) : (
        <Board
          view={data === undefined ? { status: 'loading', rows: [] } : { status: 'ready', rows: data.items }}
          filters={filters}
        />
      )}
    </PastFrame>
  );
};

type BoardProps = { view: BoardView; filters: BoardFilters; children?: ReactNode };

const Board = ({ view, filters, children }: BoardProps) => {
  const t = useTranslations('board');
  const past = useTranslations('past');
  const me = useMe();
  const navigate = useNavigate();
  const { serverNow } = useLiveClient();
  const isActive = useIsActive();
  const ordered = useMemo(() => view.rows.toSorted(boardOrder(isActive)), [view.rows, isActive]);
  const rows = filterRows(ordered, filters, me.id);
  const uncommanded = ordered.filter((row) => needsCommander(row, isActive)).length;
  const change = (next: BoardFilters): void => void navigate({ to: '/', search: next, replace: true });
  return (
    <>
      <PageHeader
        title={t('title')}
        detail={view.status === 'loading' ? undefined : t('count', { count: view.rows.length })}
      >
        {uncommanded > 0 ? <Badge tone="alarm">{t('uncommanded', { count: uncommanded })}</Badge> : null}
        {view.rows.length > 0 || isFiltered(filters) ? <BoardFilterLine filters={filters} onChange={change} /> : null}
        {filters.at === undefined ? (
          <IconButton
            label={past('choose')}
            className="max-sm:hidden"
            icon={<History size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/', search: { ...filters, at: new Date(serverNow()).toISOString() } })}
          />
        ) : null}
      </PageHeader>
      {children}
      {view.status === 'loading' ? (
        <Skeleton rows={6} />
      ) : (
        <>
          {rows.length > 0 ? (
            <BoardList rows={rows} />
          ) : isFiltered(filters) && view.rows.length > 0 ? (
            <EmptyState
              title={t('nothingMatches')}
              action={
                <Button onClick={() => change(filters.at === undefined ? {} : { at: filters.at })}>{t('clear')}</Button>
              }
            >
              {filters.q === undefined ? null : (
                <Link to="/history" search={{ search: filters.q }} className="text-accent underline underline-offset-2">
                  {t('searchPast', { text: filters.q })}
                </Link>
              )}
            </EmptyState>
          ) : null}
          {filters.at === undefined ? (
            <BoardBelow empty={view.rows.length === 0} />
          ) : view.rows.length === 0 ? (
            <EmptyState title={t('nothingOpen')} />
          ) : null}
        </>
      )}
    </>
  );
};
