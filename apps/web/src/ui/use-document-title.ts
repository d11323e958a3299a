import { createContext, use, useEffect } from 'react';

const NAME = 'Sitrep';

/** A word before every title below: what all these pages are. */
export const TitleMark = createContext('');

export const useDocumentTitle = (title: string): void => {
  const mark = use(TitleMark);
  useEffect(() => {
    document.title = [mark, title, NAME].filter((part) => part !== '').join(' · ');
    return () => {
      document.title = NAME;
    };
  }, [title, mark]);
};
