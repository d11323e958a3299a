import type { BoardRow } from '@sitrep/shared/board/board-row';
import { useMemo, useState } from 'react';
import { follow, hold, type Arrangement } from './arrangement.ts';
import { useAtList } from './use-at-list.ts';

type Kept = { readonly rows: readonly BoardRow[]; readonly choice: string };

/** The rows as they are to be shown. `choice`: what the reader asked for; another one is answered at once. */
export const useArrangement = (rows: readonly BoardRow[], choice: string) => {
  const [kept, setKept] = useState<Kept>();
  const apply = (): void => setKept({ rows, choice });
  const { isAt, handlers } = useAtList(apply);
  const held = isAt && kept?.choice === choice ? kept.rows : undefined;
  // Asked for something else while at the list: from now on that stays.
  if (isAt && kept !== undefined && kept.choice !== choice) setKept({ rows, choice });
  const arrangement = useMemo((): Arrangement => (held === undefined ? follow(rows) : hold(held, rows)), [held, rows]);
  return { ...arrangement, held: held !== undefined, apply, handlers };
};
