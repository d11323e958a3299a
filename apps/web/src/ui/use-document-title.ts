import { useEffect } from 'react';

const NAME = 'Sitrep';

export const useDocumentTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === '' ? NAME : `${title} · ${NAME}`;
    return () => {
      document.title = NAME;
    };
  }, [title]);
};
