/** Words, the space between them, and signs: what a difference is told in. */
export const tokensOf = (text: string): readonly string[] => text.match(/\n|[^\S\n]+|[\p{L}\p{N}\p{M}_]+|./gu) ?? [];

export type Match = readonly [a: number, b: number];

// Texts that differ in more have little in common to show; the search grows with the square of it.
const MOST_DIFFERENCES = 400;

/** Pairs of equal items, ascending in both: a longest such series, by Myers. */
export const commonItems = (a: readonly string[], b: readonly string[]): readonly Match[] => {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middle = series(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [
    ...Array.from({ length: start }, (_, at): Match => [at, at]),
    ...middle.map(([x, y]): Match => [x + start, y + start]),
    ...Array.from({ length: end }, (_, at): Match => [a.length - end + at, b.length - end + at]),
  ];
};

const series = (a: readonly string[], b: readonly string[]): readonly Match[] => {
  const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = stepsDown(furthest, diagonal, differences) ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
};

const at = (furthest: ReadonlyMap<number, number>, diagonal: number): number => furthest.get(diagonal) ?? -1;

const stepsDown = (furthest: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean =>
  diagonal === -differences || (diagonal !== differences && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));

const walkBack = (trace: readonly ReadonlyMap<number, number>[], endA: number, endB: number): readonly Match[] => {
  const found: Match[] = [];
  let [x, y] = [endA, endB];
  for (let differences = trace.length - 1; differences >= 0; differences -= 1) {
    const furthest = trace[differences] ?? new Map<number, number>();
    const diagonal = x - y;
    const former = stepsDown(furthest, diagonal, differences) ? diagonal + 1 : diagonal - 1;
    const formerX = differences === 0 ? 0 : at(furthest, former);
    const formerY = differences === 0 ? 0 : formerX - former;
    while (x > formerX && y > formerY) {
      x -= 1;
      y -= 1;
      found.push([x, y]);
    }
    [x, y] = [formerX, formerY];
  }
  return found.toReversed();
};
