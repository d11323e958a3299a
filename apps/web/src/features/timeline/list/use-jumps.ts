import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Matches } from '../filter/use-matches.ts';
import type { EntryRows } from './use-virtual-rows.ts';

type Options = {
  readonly rows: EntryRows;
  readonly own: ReadonlySet<string>;
  readonly target: string | undefined;
  /** Changes when a link leads there once more. */
  readonly asked: number;
  readonly matches: Pick<Matches, 'at' | 'asked'>;
  readonly newestFirst: boolean;
  readonly jump: (key: string) => boolean;
  readonly follow: () => void;
};

/** Where the reader asked to be taken: by a link, by the search, or because they have just written something. */
export const useJumps = ({ rows, own, target, asked, matches, newestFirst, jump, follow }: Options): void => {
  const written = useRef(own);
  useLayoutEffect(() => {
    const last = [...own].at(-1);
    const isNew = own !== written.current && last !== undefined && !written.current.has(last);
    if (isNew) {
      const newest = newestFirst ? rows.find(({ kind }) => kind === 'entry') : rows.at(-1);
      if (newest?.key === last) follow();
      else jump(last);
    }
    written.current = own;
  }, [own, rows, newestFirst, jump, follow]);

  useLayoutEffect(() => {
    if (target !== undefined) jump(target);
  }, [target, asked, jump]);

  const { at, asked: wished } = matches;
  useEffect(() => {
    if (at !== undefined) jump(at);
  }, [at, wished, jump]);
};
