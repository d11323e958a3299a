import type { RoomEntry } from '../../../live/live-client.ts';

/** For comparing: without case, and with the marks of letters apart from their letters left out. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

export type Found = { readonly needle: string; readonly ids: readonly string[]; readonly done: number };

export const NOTHING: Found = { needle: '', ids: [], done: 0 };

type Finder = {
  /** Goes on until all are searched or the time is over; says how many are done. */
  readonly goOn: (isOver: () => boolean) => Found;
};

const STEP = 50;

/** Searches in steps, because ten thousand texts take longer than a frame. `textOf` answers folded. */
export const createFinder = (
  entries: readonly RoomEntry[],
  needle: string,
  textOf: (entry: RoomEntry) => string,
): Finder => {
  const ids: string[] = [];
  let done = 0;
  return {
    goOn: (isOver) => {
      do {
        const until = Math.min(done + STEP, entries.length);
        for (; done < until; done += 1) {
          const entry = entries[done];
          if (entry !== undefined && textOf(entry).includes(needle)) ids.push(entry.id);
        }
      } while (done < entries.length && !isOver());
      return { needle, ids: [...ids], done };
    },
  };
};
