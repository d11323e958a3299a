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

let landing: (() => HTMLElement | null) | undefined;

/** For what closes a layer because it is done: where the next thing is to be done, rather than where it was opened. */
export const landAt = (find: () => HTMLElement | null): void => {
  landing = find;
};

const giveBack = (openers: readonly HTMLElement[]): void => {
  const wanted = landing?.();
  landing = undefined;
  const active = document.activeElement;
  const isTaken = active !== null && active !== document.body;
  if (isTaken && (wanted ?? null) === null) return;
  const target = wanted ?? openers.find(isThere) ?? document.querySelector('main');
  target?.focus({ preventScroll: true });
};

/** To be spread on the outermost element of the layer. */
export type LayerAttributes = { readonly [ATTRIBUTE]: string };

/**
 * For a component that is rendered exactly as long as its layer is open. When it is gone the focus goes back to where
 * it came from, unless something that came in its place has it by then: a field that a menu opened begins with it.
 */
export const useLayer = (trigger?: HTMLElement | null): LayerAttributes => {
  const id = useId();
  const [openers] = useState(() => openersNow(trigger));
  useLayoutEffect(() => {
    layers.set(id, openers);
    return () => {
      layers.delete(id);
      // Only then the rest of the page is as it will be: React gives the focus to new fields after this.
      queueMicrotask(() => {
        if (!layers.has(id)) giveBack(openers);
      });
    };
  }, [id, openers]);
  return { [ATTRIBUTE]: id };
};
