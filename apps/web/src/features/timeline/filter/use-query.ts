import { useEffect, useState } from 'react';

const INTO_ADDRESS_MS = 400;

/** What is searched for: at once on screen, in the address once somebody pauses typing. */
export const useQuery = (
  inAddress: string,
  putIntoAddress: (query: string | undefined) => void,
): readonly [string, (query: string) => void] => {
  const [query, setQuery] = useState(inAddress);
  const [known, setKnown] = useState(inAddress);
  if (known !== inAddress) {
    setKnown(inAddress);
    // Somebody went back, or followed a link.
    if (query.trim() !== inAddress) setQuery(inAddress);
  }
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === inAddress) return undefined;
    const timer = setTimeout(() => putIntoAddress(wanted === '' ? undefined : wanted), INTO_ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [wanted, inAddress, putIntoAddress]);
  return [query, setQuery];
};
