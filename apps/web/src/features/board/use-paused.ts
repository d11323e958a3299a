import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { useMemo, useState } from 'react';
import { useTellPaused } from '../../widgets/held-view.ts';
import { countChanged, freeze } from './arrangement.ts';

/** The board as it was when it was paused, and how much has happened since; the present one while it is not. */
export const usePaused = (live: readonly BoardRow[], me: UserId) => {
  const [then, setThen] = useState<readonly BoardRow[]>();
  const rows = useMemo(() => (then === undefined ? live : freeze(then, live, me)), [then, live, me]);
  const buffered = useMemo(() => (then === undefined ? 0 : countChanged(rows, live)), [then, rows, live]);
  useTellPaused(then !== undefined);
  return {
    rows,
    buffered,
    paused: then !== undefined,
    toggle: () => setThen(then === undefined ? live : undefined),
  };
};
