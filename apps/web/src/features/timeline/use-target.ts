import { useEffect, useMemo, useState } from 'react';
import type { RoomEntry } from '../../live/live-client.ts';
import type { OlderEntries } from '../../live/react.tsx';
import { useEverything } from './filter/use-everything.ts';

const PREFIX = '#entry-';

const targetOf = (hash: string): string | undefined =>
  hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : undefined;

type Target = {
  /** Once it is loaded. */
  readonly id: string | undefined;
  /** How often a link led there since the page was opened. */
  readonly asked: number;
  readonly missing: boolean;
};

/** The entry that the address points at: earlier ones are loaded until it is there. */
export const useTarget = (entries: readonly RoomEntry[], ready: boolean, older: OlderEntries): Target => {
  const [{ id, asked }, setTarget] = useState(() => ({ id: targetOf(window.location.hash), asked: 0 }));
  useEffect(() => {
    const follow = (): void => setTarget((before) => ({ id: targetOf(window.location.hash), asked: before.asked + 1 }));
    // A second click on the same link changes no hash, and still means to go there.
    const again = ({ target }: MouseEvent): void => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.hash.startsWith(PREFIX) === true && link.hash === window.location.hash) follow();
    };
    window.addEventListener('hashchange', follow);
    document.addEventListener('click', again);
    return () => {
      window.removeEventListener('hashchange', follow);
      document.removeEventListener('click', again);
    };
  }, []);
  const found = useMemo(() => id !== undefined && entries.some((entry) => entry.id === id), [id, entries]);
  const searching = useEverything(ready && id !== undefined && !found, older, entries.length);
  return {
    id: found ? id : undefined,
    asked,
    missing: ready && id !== undefined && !found && !searching,
  };
};
