const FIELD =
  ':is(input:not([type="hidden"]), textarea, select, [role="combobox"]):not(:disabled, [readonly], [tabindex="-1"])';

const isFocused = (popup: HTMLElement | null): boolean => popup?.contains(document.activeElement) === true;

/** The field of a dialog in which whoever opened it begins. */
export const fieldToFill = (popup: HTMLElement | null): HTMLElement | null =>
  popup?.querySelector<HTMLElement>('[data-autofocus]') ?? popup?.querySelector<HTMLElement>(FIELD) ?? null;

/** In a dialog the first field; without one the dialog itself, which is read out and does nothing on Enter. */
export const firstToFill = (popup: HTMLElement | null): HTMLElement | false => {
  if (popup === null || (isFocused(popup) && document.activeElement !== popup)) return false;
  return fieldToFill(popup) ?? popup;
};

/** In a menu the choice in force, else the first item. */
export const firstItem = (popup: HTMLElement | null): HTMLElement | false =>
  popup?.querySelector<HTMLElement>('[role^="menuitem"][aria-checked="true"]') ??
  popup?.querySelector<HTMLElement>('[role^="menuitem"]') ??
  false;

/** In a popover what can be used first. A finger that opened it has not asked for a keyboard. */
export const firstControl = (popup: HTMLElement | null, opened: string): HTMLElement | false => {
  if (popup === null || isFocused(popup)) return false;
  const first = popup.querySelector<HTMLElement>(`[data-autofocus], ${FIELD}, button, a[href]`);
  return opened === 'touch' && first?.matches('input, textarea') === true ? popup : (first ?? popup);
};
