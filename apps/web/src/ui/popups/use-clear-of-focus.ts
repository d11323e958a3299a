import { useLayoutEffect } from 'react';

const GAP = 8;
const WRITING = 'input, textarea, select, [contenteditable="true"]';

/** How far up it has to go not to lie on what somebody is writing in. */
const liftFor = (box: DOMRect, field: DOMRect): number => {
  const apart =
    box.right < field.left || box.left > field.right || box.top - GAP > field.bottom || box.bottom + GAP < field.top;
  return apart ? 0 : Math.max(0, Math.min(box.bottom + GAP - field.top, box.top - GAP));
};

/** Written to the element itself: a scroll or a line more in the field must not wait for a render. */
export const useClearOfFocus = (element: HTMLElement | null, content: unknown): void => {
  useLayoutEffect(() => {
    const place = (): void => {
      if (element === null) return;
      const focused = document.activeElement;
      // Between pressing and letting go a button must not slip away from under the pointer.
      if (element.contains(focused)) return;
      element.style.setProperty('translate', 'none');
      if (focused === null || !focused.matches(WRITING)) return;
      // A form is one thing: its send button is not to be covered either.
      const field = (focused.closest('form:not([role="search"])') ?? focused).getBoundingClientRect();
      const near = field.height > window.innerHeight / 2 ? focused.getBoundingClientRect() : field;
      const lift = liftFor(element.getBoundingClientRect(), near);
      if (lift > 0) element.style.setProperty('translate', `0 ${-lift}px`);
    };
    place();
    const resized = new ResizeObserver(place);
    if (document.activeElement !== null) resized.observe(document.activeElement);
    document.addEventListener('focusin', place);
    window.addEventListener('resize', place);
    return () => {
      resized.disconnect();
      document.removeEventListener('focusin', place);
      window.removeEventListener('resize', place);
    };
  }, [element, content]);
};
