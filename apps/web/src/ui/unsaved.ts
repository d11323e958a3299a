import { useEffect } from 'react';

const held = new Set<object>();

/** Says that something would be lost with the page, such as a file that is not sent; answers how to say that it is over. */
export const holdUnsaved = (): (() => void) => {
  const part = {};
  held.add(part);
  return () => void held.delete(part);
};

export const somethingIsUnsaved = (): boolean => held.size > 0;

export const useUnsaved = (is: boolean): void =>
  useEffect(() => {
    if (is) return holdUnsaved();
    return undefined;
  }, [is]);
