import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { lastClosedQuery } from '../../features/history/get-history.ts';
import { openDeclare } from '../../features/incidents/declare-store.ts';
import { usePeople } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { useGate, useMay } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { Ago } from '../../widgets/times.tsx';

const BoardSteps = lazyNamed(() => import('./board-steps.tsx'), 'BoardSteps');

/** What stands under the rows, or in their place: the first steps until there is a history, then calm. */
export const BoardBelow = ({ empty }: { empty: boolean }) => {
  const { data } = useQuery(lastClosedQuery);
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
    calm
  );
};

type Last = { readonly key: string; readonly title: string; readonly closedAt: number };

const Calm = ({ last }: { last: Last | undefined }) => {
  const t = useTranslations('board');
  const nav = useTranslations('nav');
  const blocked = useGate('incident.declare');
  return (
    <EmptyState
      title={t('nothingOpen')}
      action={
        <Button blocked={blocked} onClick={() => openDeclare()}>
          {nav('declareHint')}
        </Button>
      }
    >
      {last === undefined ? null : (
        <>
          {t('last')} <IncidentLink idOrKey={last.key}>{last.key}</IncidentLink> {last.title}, {t('lastClosed')}{' '}
          <Ago at={last.closedAt} />
        </>
      )}
    </EmptyState>
  );
};
