export const GAP = 8;

export type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

const touches = (box: Box, other: Box): boolean =>
  box.right >= other.left && box.left <= other.right && box.bottom + GAP >= other.top && box.top - GAP <= other.bottom;

/** How far up a box has to go so as to lie on none of the others; never out of the screen at the top. */
export const liftAbove = (box: Box, others: readonly Box[]): number => {
  let lift = 0;
  // From below upwards: above one it may lie on the next.
  for (const other of others.toSorted((a, b) => b.bottom - a.bottom)) {
    const lifted = { ...box, top: box.top - lift, bottom: box.bottom - lift };
    if (touches(lifted, other)) lift = box.bottom + GAP - other.top;
  }
  return Math.max(0, Math.min(lift, box.top - GAP));
};
