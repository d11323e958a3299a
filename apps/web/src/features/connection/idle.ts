/** Whoever has not typed for so long is not in the middle of a word. */
export const IDLE_MS = 20_000;
/** A page that is as old after reloading would otherwise do nothing else. */
export const NOT_AGAIN_WITHIN_MS = 120_000;

export type IdleFacts = {
  readonly now: number;
  readonly typedAt: number | undefined;
  /** A dialog or the like is open: what was typed there may be kept nowhere. */
  readonly layerOpen: boolean;
  /** Something is kept in this page alone. */
  readonly unsaved: boolean;
  /** Whether the focus is where one types. */
  readonly inField: boolean;
  readonly hidden: boolean;
  readonly reloadedAt: number | undefined;
};

export const mayReload = (facts: IdleFacts): boolean => {
  const { now, typedAt, layerOpen, unsaved, inField, hidden, reloadedAt } = facts;
  if (reloadedAt !== undefined && Math.abs(now - reloadedAt) < NOT_AGAIN_WITHIN_MS) return false;
  if (layerOpen || unsaved) return false;
  const typing = inField && typedAt !== undefined && now - typedAt < IDLE_MS;
  return hidden || !typing;
};
