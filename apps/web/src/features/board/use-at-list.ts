import { useState, type FocusEvent } from 'react';

/** Whether the pointer or the focus is within an element, and the handlers that notice it. */
export const useAtList = (onCome: () => void) => {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const come = (set: (is: boolean) => void): void => {
    if (!pointer && !focus) onCome();
    set(true);
  };
  return {
    isAt: pointer || focus,
    handlers: {
      onPointerEnter: () => come(setPointer),
      onPointerLeave: () => setPointer(false),
      onPointerCancel: () => setPointer(false),
      onFocus: () => {
        if (!focus) come(setFocus);
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        // Another window has the focus: in this one it stays where it is.
        const stays = currentTarget.contains(document.activeElement);
        if (!stays && !currentTarget.contains(relatedTarget)) setFocus(false);
      },
    },
  };
};
