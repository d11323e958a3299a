export type Percentiles = { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };

/** Sorts what it is given. */
export const percentiles = (values: Float64Array): Percentiles => {
  values.sort();
  const at = (share: number): number => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** Three significant digits: more would claim what no run repeats. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** The median of each number over several runs of the same shape. */
export const medians = <Key extends string>(runs: readonly Readonly<Record<Key, number>>[]): Record<Key, number> => {
  const keys = Object.keys(runs[0] ?? {}) as Key[];
  const entries = keys.map((key) => [key, rounded(median(runs.map((run) => run[key])))] as const);
  return Object.fromEntries(entries) as Record<Key, number>;
};
