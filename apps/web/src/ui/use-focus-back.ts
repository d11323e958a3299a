import { useState } from 'react';

/** For what comes up in place and goes again: gives the focus back to what had it before. */
export const useFocusBack = (): (() => void) => {
  const [before] = useState(() => document.activeElement);
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
};
