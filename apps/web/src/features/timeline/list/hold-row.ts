import { createContext, use, useEffect } from 'react';

const HoldContext = createContext<((key: string, wanted: boolean) => void) | undefined>(undefined);

export const HoldProvider = HoldContext;

/** Keeps the row mounted while `wanted`, wherever its reader scrolls: somebody types in it. */
export const useHoldRow = (entryId: string, wanted: boolean): void => {
  const hold = use(HoldContext);
  useEffect(() => {
    if (hold === undefined || !wanted) return undefined;
    hold(entryId, true);
    return () => hold(entryId, false);
  }, [hold, entryId, wanted]);
};
