import { useLayoutEffect } from 'react';
import { liftAbove } from './lift-above.ts';

const WRITING = 'input, textarea, select, [contenteditable="true"]';
/** Where the page is written on: its field and its send button, in focus or not. */
const COMPOSERS = 'main form:has(textarea)';

const rectOf = (element: Element): DOMRect => element.getBoundingClientRect();

/** A form is one thing, unless it fills the screen: then only the field counts. */
const focusedField = (): readonly DOMRect[] => {
  const focused = document.activeElement;
  if (focused?.matches(WRITING) !== true) return [];
  const form = rectOf(focused.closest('form:not([role="search"])') ?? focused);
  return [form.height > window.innerHeight / 2 ? rectOf(focused) : form];
};

/** Written to the element itself: a scroll or a line more in the field must not wait for a render. */
export const useClearOfFocus = (element: HTMLElement | null, content: unknown): void => {
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const place = (): void => {
      element.style.setProperty('translate', 'none');
      const composers = [...document.querySelectorAll(COMPOSERS)].map(rectOf);
      const fields = element.contains(document.activeElement) ? [] : focusedField();
      const lift = liftAbove(rectOf(element), [...composers, ...fields]);
      if (lift > 0) element.style.setProperty('translate', `0 ${-lift}px`);
    };
    place();
    const resized = new ResizeObserver(place);
    for (const composer of document.querySelectorAll(COMPOSERS)) resized.observe(composer);
    document.addEventListener('focusin', place);
    window.addEventListener('resize', place);
    return () => {
      resized.disconnect();
      document.removeEventListener('focusin', place);
      window.removeEventListener('resize', place);
    };
  }, [element, content]);
};
