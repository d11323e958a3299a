import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { HistoryRow } from '@sitrep/shared/protocol/http';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ClosedRowItem } from '../../features/board/closed-row-item.tsx';
import { recentlyClosedQuery } from '../../features/history/get-history.ts';
import { openDeclare } from '../../features/incidents/declare-store.ts';
import { usePeople } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useAriaKeys, useKeyHint } from '../../ui/keys.ts';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { useGate, useMay } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { Ago, useNow } from '../../widgets/times.tsx';

const DAY_MS = 24 * 3_600_000;

const BoardSteps = lazyNamed(() => import('./board-steps.tsx'), 'BoardSteps');

/** What stands under the rows, or in their place: the first steps until there is a history, then calm. */
export const BoardBelow = ({ empty, rows }: { empty: boolean; rows: readonly BoardRow[] }) => {
  const { data } = useQuery(recentlyClosedQuery(String(useDepartures(rows))));
  const { status } = usePeople();
  const administers = useMay('people.manage');
  if (data === undefined || status === 'loading') return null;
  const [last] = data.items;
  const calm = empty ? <Calm last={last} /> : null;
  return last === undefined && (empty || administers) ? (
    <Suspense>
      <BoardSteps otherwise={calm} />
    </Suspense>
  ) : (
    <>
      {calm}
      <ClosedToday rows={data.items} />
    </>
  );
};

/** How often something left the board. Only then one more may be closed: a storm of new ones asks for nothing. */
const useDepartures = (rows: readonly BoardRow[]): number => {
  const [known, setKnown] = useState({ rows, departures: 0 });
  if (known.rows !== rows) {
    const here = new Set(rows.map(({ id }) => id));
    const left = known.rows.some(({ id }) => !here.has(id));
    setKnown({ rows, departures: known.departures + Number(left) });
  }
  return known.departures;
};

const ClosedToday = ({ rows }: { rows: readonly HistoryRow[] }) => {
  const t = useTranslations('board');
  const now = useNow(60_000);
  const shown = rows.filter(({ closedAt }) => now - closedAt < DAY_MS);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="closed-today">
      <h2 id="closed-today" className="px-4 pt-4 pb-1 text-dense font-semibold text-text-2">
        {t('closedToday')}
      </h2>
      <ul className="border-t border-border">
        {shown.map((row) => (
          <ClosedRowItem key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
};

const Calm = ({ last }: { last: HistoryRow | undefined }) => {
  const t = useTranslations('board');
  const nav = useTranslations('nav');
  const words = useTranslations('words');
  const blocked = useGate('incident.declare');
  const hint = useKeyHint('declare');
  const ariaKeys = useAriaKeys('declare');
  return (
    <EmptyState
      title={t('nothingOpen')}
      action={
        <Button blocked={blocked} aria-keyshortcuts={ariaKeys} onClick={() => openDeclare()}>
          {nav('declareHint')}
          {hint === undefined ? null : (
            <span aria-hidden="true" className="pointer-coarse:hidden">
              <Kbd keys={hint} />
            </span>
          )}
        </Button>
      }
    >
      {last === undefined ? null : (
        <>
          {t('last')} {words('severity', { severity: last.severity })}, <Ago at={last.closedAt} />.{' '}
          <IncidentLink idOrKey={last.key}>{last.key}</IncidentLink> {last.title}
        </>
      )}
    </EmptyState>
  );
};
