/** Name of the buttons that open the clocks: one for each place where there may be room for it. */
export const CLOCKS_BUTTON = 'clocks';

/** Presses the one that is in sight; answers whether there is one. */
export const showClocks = (): boolean => {
  const shown = [...document.getElementsByName(CLOCKS_BUTTON)].find((button) => button.checkVisibility());
  shown?.click();
  return shown !== undefined;
};
