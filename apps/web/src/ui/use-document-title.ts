import { createContext, use, useEffect, useLayoutEffect } from 'react';

const titleOf = (...parts: readonly string[]): string => [...parts, 'Sitrep'].filter((part) => part !== '').join(' · ');

/** A word before every title below: what all these pages are. */
export const TitleMark = createContext('');

/** The title of pages that say nothing else. Before effects, so that those that do have the last word. */
export const useMarkedTitle = (mark: string): void => {
  useLayoutEffect(() => {
    document.title = titleOf(mark);
  }, [mark]);
};

export const useDocumentTitle = (title: string): void => {
  const mark = use(TitleMark);
  useEffect(() => {
    document.title = titleOf(mark, title);
    return () => {
      document.title = titleOf(mark);
    };
  }, [title, mark]);
};
