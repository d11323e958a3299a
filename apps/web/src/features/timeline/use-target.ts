import { useEffect, useState } from 'react';

const PREFIX = '#entry-';
const MOST_PAGES = 20;

const targetOf = (hash: string): string | undefined =>
  hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : undefined;

type Older = { readonly hasOlder: boolean; readonly loading: boolean; readonly load: () => Promise<void> };

/** The entry that the address points at: scrolled to once it is there, earlier ones are loaded until it is. */
export const useTarget = (ids: readonly string[], ready: boolean, older: Older): { id?: string; missing: boolean } => {
  const [target, setTarget] = useState(() => targetOf(window.location.hash));
  const [pages, setPages] = useState(0);
  useEffect(() => {
    const follow = (): void => {
      setTarget(targetOf(window.location.hash));
      setPages(0);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const found = target !== undefined && ids.includes(target);
  useEffect(() => {
    if (found) document.getElementById(`entry-${target}`)?.scrollIntoView({ block: 'center' });
  }, [found, target]);

  const search = ready && target !== undefined && !found && older.hasOlder && !older.loading && pages < MOST_PAGES;
  const { load } = older;
  useEffect(() => {
    if (!search) return;
    void load().finally(() => setPages((count) => count + 1));
  }, [search, load]);

  const missing = ready && target !== undefined && !found && !older.loading && !search;
  return { ...(target === undefined ? {} : { id: target }), missing };
};
