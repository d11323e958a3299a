import { useLayoutEffect } from 'react';
import { GAP, liftAbove } from './lift-above.ts';

const WRITING = 'input, textarea, select, [contenteditable="true"]';
/** Where the page is written on: its field and its send button, in focus or not. */
const COMPOSERS = 'main form:has(textarea)';
/** What is open and the button that ends it: whoever opened it goes on there. */
const OPEN = '[data-layer]';
const SENDS = '[data-layer] [type="submit"]';
/** Pages and layouts change below a message, and none of them tells. */
const LOOK_EVERY_MS = 200;

const rectOf = (element: Element): DOMRect => element.getBoundingClientRect();

/** A form is one thing, unless it fills the screen: then only the field counts. */
const focusedField = (): readonly DOMRect[] => {
  const focused = document.activeElement;
  if (focused?.matches(WRITING) !== true) return [];
  const form = rectOf(focused.closest('form:not([role="search"])') ?? focused);
  return [form.height > window.innerHeight / 2 ? rectOf(focused) : form];
};

/** Above what is open only where there is room: over a dialog as high as the screen it stays in its corner. */
const openBelow = (height: number): readonly DOMRect[] => {
  const rects = [...document.querySelectorAll(OPEN)].map(rectOf).filter(({ top }) => top > height + 2 * GAP);
  return [...rects, ...[...document.querySelectorAll(SENDS)].map(rectOf)];
};

/** Written to the element itself: a line more in the field must not wait for a render. */
export const useClearOfFocus = (element: HTMLElement | null, content: unknown): void => {
  useLayoutEffect(() => {
    if (element === null) return undefined;
    let lift = 0;
    element.style.setProperty('translate', 'none');
    const place = (): void => {
      const composers = [...document.querySelectorAll(COMPOSERS)].map(rectOf);
      const fields = element.contains(document.activeElement) ? [] : focusedField();
      const { left, right, top, bottom, height } = rectOf(element);
      const box = { left, right, top: top + lift, bottom: bottom + lift };
      const next = liftAbove(box, [...composers, ...fields, ...openBelow(height)]);
      if (next === lift) return;
      lift = next;
      element.style.setProperty('translate', lift === 0 ? 'none' : `0 ${-lift}px`);
    };
    place();
    const timer = setInterval(place, LOOK_EVERY_MS);
    document.addEventListener('focusin', place);
    window.addEventListener('resize', place);
    return () => {
      clearInterval(timer);
      document.removeEventListener('focusin', place);
      window.removeEventListener('resize', place);
    };
  }, [element, content]);
};
