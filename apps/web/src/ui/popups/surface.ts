/** What all that floats beside its trigger looks like. */
export const SURFACE =
  'rounded-l border border-border-strong bg-surface text-body font-normal text-text shadow-popup outline-none';

/** Comes in quickly and goes at once. */
export const COMES_IN =
  'origin-(--transform-origin) transition-[opacity,scale] duration-120 ease-out starting:scale-98 starting:opacity-0';

export const POSITION = { sideOffset: 4, collisionPadding: 8, align: 'start', positionMethod: 'fixed' } as const;
