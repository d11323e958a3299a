type Details = { readonly reason: string; readonly event: Event; cancel(): void };

/** On top of everything, and no part of what is below: to act on a message closes nothing. */
export const TOASTS_ATTRIBUTE = 'data-toasts';

/**
 * Whether a popup is to close. A press on its trigger is the trigger's own business; Escape closes one layer and means
 * nothing else to anybody.
 */
export const closes = (open: boolean, details: Details, trigger?: Element | null): boolean => {
  if (open) return false;
  const { target } = details.event;
  const spared =
    details.reason === 'outside-press' &&
    target instanceof Element &&
    (trigger?.contains(target) === true || target.closest(`[${TOASTS_ATTRIBUTE}]`) !== null);
  if (spared) {
    details.cancel();
    return false;
  }
  if (details.reason === 'escape-key') details.event.preventDefault();
  return true;
};
