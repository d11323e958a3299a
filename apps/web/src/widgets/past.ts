import { createContext, use } from 'react';

/** The moment that is being looked at (UTC ms); nothing while it is now. Below it nothing can be changed. */
const PastContext = createContext<number | undefined>(undefined);

export const PastProvider = PastContext;
export const usePast = (): number | undefined => use(PastContext);
