import { useEffect } from 'react';

export const guard = (event: Pick<DragEvent, 'defaultPrevented' | 'dataTransfer' | 'preventDefault'>): void => {
  const { dataTransfer } = event;
  if (event.defaultPrevented || dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
};

/** A file that is dropped beside where it was meant to go would otherwise take the place of the page. */
export const useDropGuard = (): void =>
  useEffect(() => {
    window.addEventListener('dragover', guard);
    window.addEventListener('drop', guard);
    return () => {
      window.removeEventListener('dragover', guard);
      window.removeEventListener('drop', guard);
    };
  }, []);
