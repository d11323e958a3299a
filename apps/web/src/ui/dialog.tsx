import type { ReactNode } from 'react';
import type { DialogProps } from './dialog-props.ts';
import { usePopups } from './popups/load.ts';
import { TypeAhead } from './type-ahead.tsx';

/** Open as long as it is rendered. Holds the focus, and gives it back to where it came from. */
export const Dialog = (props: DialogProps) => {
  const popups = usePopups(true);
  return popups === undefined ? <TypeAhead onClose={props.onClose} /> : <popups.DialogPopup {...props} />;
};

export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div
    data-dialog-actions=""
    className="mt-5 flex flex-wrap items-center justify-end gap-2 max-sm:sticky max-sm:bottom-0 max-sm:-mx-5 max-sm:mt-2 max-sm:border-t max-sm:border-border max-sm:bg-surface max-sm:px-5 max-sm:py-3"
  >
    {children}
  </div>
);
