import { useCallback, useState } from 'react';

/** Text that survives reloads and crashes of this browser. Storage may be full or forbidden: then it is only kept here. */
export const readStored = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

export const writeStored = (key: string, value: string | undefined): void => {
  try {
    if (value === undefined || value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to be done about it, and nothing lost that is on screen.
  }
};

/** Mount the component anew (by `key`) where the key changes. */
export const useStored = (key: string): [value: string, change: (value: string) => void] => {
  const [value, setValue] = useState(() => readStored(key) ?? '');
  const change = useCallback(
    (next: string) => {
      setValue(next);
      writeStored(key, next);
    },
    [key],
  );
  return [value, change];
};
