/** mulberry32: small and seeded, so that a run can be repeated by its seed. */
export function seededRandom(seed: number): (from: number, to: number) => number {
  let state = seed;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (from, to) => from + Math.floor(fraction() * (to - from + 1));
}
