const AT_MOST = 12;
const HEAD = 7;
const TAIL = 4;

export type FoldedLines = { readonly head: string; readonly hidden: number; readonly tail: string };

/** The beginning and the end of what is long: a log tells most there. Nothing for what fits. */
export const foldLines = (lines: readonly string[]): FoldedLines | undefined =>
  lines.length <= AT_MOST
    ? undefined
    : {
        head: lines.slice(0, HEAD).join('\n'),
        hidden: lines.length - HEAD - TAIL,
        tail: lines.slice(-TAIL).join('\n'),
      };
