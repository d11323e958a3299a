import { useId, useLayoutEffect, useState } from 'react';

const ATTRIBUTE = 'data-layer';

/** What is open above the page, and the elements that may get the focus back, nearest first. */
const layers = new Map<string, readonly HTMLElement[]>();

/** A dialog, a menu, a popover or the palette: keys of the page wait, and order below the pointer holds. */
export const somethingIsOpen = (): boolean => layers.size > 0;

const asElement = (element: Element | null | undefined): readonly HTMLElement[] =>
  element instanceof HTMLElement && element !== document.body ? [element] : [];

/** A dialog that a menu item opens outlives the item: what opened the menu stands behind it. */
const openersNow = (trigger: HTMLElement | null | undefined): readonly HTMLElement[] => {
  const active = document.activeElement;
  const below = active?.closest(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE) ?? '';
  return [...asElement(active), ...(layers.get(below) ?? []), ...asElement(trigger)];
};

const isThere = (element: HTMLElement): boolean => element.isConnected && element.getClientRects().length > 0;

export type Layer = {
  /** To be spread on the outermost element of the layer. */
  readonly attributes: { readonly [ATTRIBUTE]: string };
  /** Where the focus goes when it closes; `false` where somebody has already gone elsewhere. */
  readonly returnFocus: () => HTMLElement | false;
};

/** For a component that is rendered exactly as long as its layer is open. */
export const useLayer = (trigger?: HTMLElement | null): Layer => {
  const id = useId();
  const [openers] = useState(() => openersNow(trigger));
  useLayoutEffect(() => {
    layers.set(id, openers);
    return () => {
      layers.delete(id);
    };
  }, [id, openers]);
  const returnFocus = (): HTMLElement | false => {
    const active = document.activeElement;
    const gone = active !== null && active !== document.body && active.closest(`[${ATTRIBUTE}="${id}"]`) === null;
    if (gone || openers.length === 0) return false;
    return openers.find(isThere) ?? document.querySelector('main') ?? false;
  };
  return { attributes: { [ATTRIBUTE]: id }, returnFocus };
};
