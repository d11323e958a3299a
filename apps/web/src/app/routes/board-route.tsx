import { boardOrder, type BoardRow } from '@sitrep/shared/board/board-row';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AlertsStrip } from '../../features/alerts/alerts-strip.tsx';
import { BoardHeader } from '../../features/board/board-header.tsx';
import { unownedFirst } from '../../features/board/arrangement.ts';
import { PauseButton } from '../../features/board/board-news.tsx';
import { filterRows, isFiltered, needsCommander, type BoardFilters } from '../../features/board/filters.ts';
import { getBoardAt } from '../../features/board/get-board.ts';
import { LiveBoardList } from '../../features/board/live-list.tsx';
import { usePaused } from '../../features/board/use-paused.ts';
import { useBoard, useLiveClient } from '../../live/react.tsx';
import type { BoardView } from '../../live/live-client.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
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
  const me = useMe();
  const { rows, paused, buffered, toggle } = usePaused(view.rows, me.id);
  useDocumentTitle(view.status === 'loading' ? t('title') : t('count', { count: openCount(view.rows) }));
  return (
    <Board
      view={{ status: view.status, rows }}
      filters={filters}
      renderAbove={(held) => (
        <ErrorBoundary renderFailure={(retry) => <PanelFailure onRetry={retry} />}>
          <AlertsStrip onDeclare={declareFrom} held={held} />
        </ErrorBoundary>
      )}
      actions={<PauseButton paused={paused} buffered={buffered} onToggle={toggle} />}
    />
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
          renderAbove={() => null}
          actions={null}
        />
      )}
    </PastFrame>
  );
};

const openCount = (rows: readonly BoardRow[]): number => rows.filter(({ status }) => status !== 'resolved').length;

type BoardProps = {
  view: BoardView;
  filters: BoardFilters;
  renderAbove: (held: boolean) => ReactNode;
  actions: ReactNode;
};

const Board = ({ view, filters, renderAbove, actions }: BoardProps) => {
  const t = useTranslations('board');
  const past = useTranslations('past');
  const me = useMe();
  const navigate = useNavigate();
  const { serverNow } = useLiveClient();
  const isActive = useIsActive();
  const ordered = useMemo(
    () => unownedFirst(view.rows.toSorted(boardOrder(isActive, serverNow())), isActive),
    [view.rows, isActive, serverNow],
  );
  const rows = useMemo(() => filterRows(ordered, filters, me.id), [ordered, filters, me.id]);
  const uncommanded = ordered.filter((row) => needsCommander(row, isActive)).length;
  const change = (next: BoardFilters): void => void navigate({ to: '/', search: next, replace: true });
  const empty = view.rows.length === 0;
  return (
    <>
      <BoardHeader filters={filters} onChange={empty && !isFiltered(filters) ? undefined : change}>
        {filters.at === undefined ? (
          <IconButton
            label={past('choose')}
            className="max-sm:hidden"
            icon={<History size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/', search: { ...filters, at: new Date(serverNow()).toISOString() } })}
          />
        ) : null}
      </BoardHeader>
      {view.status === 'loading' ? (
        <Skeleton rows={6} />
      ) : (
        <>
          <LiveBoardList
            rows={rows}
            choice={JSON.stringify(filters)}
            renderAbove={renderAbove}
            verdict={
              <>
                <span className="figures font-medium">{t('count', { count: openCount(view.rows) })}</span>
                {uncommanded > 0 ? <Badge tone="alarm">{t('uncommanded', { count: uncommanded })}</Badge> : null}
              </>
            }
            actions={empty ? null : actions}
          >
            {isFiltered(filters) && !empty ? (
              <EmptyState
                title={t('nothingMatches')}
                action={
                  <Button onClick={() => change(filters.at === undefined ? {} : { at: filters.at })}>
                    {t('clear')}
                  </Button>
                }
              >
                {filters.q === undefined ? null : (
                  <Link
                    to="/history"
                    search={{ search: filters.q }}
                    className="text-accent underline underline-offset-2"
                  >
                    {t('searchPast', { text: filters.q })}
                  </Link>
                )}
              </EmptyState>
            ) : null}
          </LiveBoardList>
          {filters.at === undefined ? (
            <BoardBelow empty={empty} rows={view.rows} />
          ) : empty ? (
            <EmptyState title={t('nothingOpen')} />
          ) : null}
        </>
      )}
    </>
  );
};
