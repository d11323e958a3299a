/** Presses the button that is in sight; answers whether there is one. */
export const showClocks = (): boolean => {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-clocks]')];
  const shown = buttons.find((button) => button.checkVisibility());
  shown?.click();
  return shown !== undefined;
};
