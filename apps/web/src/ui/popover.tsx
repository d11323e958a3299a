import type { ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import { PopupTrigger } from './popup-trigger.tsx';

export type PopoverProps = {
  /** Name of the button and of what it opens. */
  label: string;
  trigger: ReactNode;
  button?: Omit<ButtonProps, 'children'>;
  popup?: 'dialog';
  /** Rendered while open. */
  children: (popover: { close: () => void }) => ReactNode;
  className?: string;
};

/** A small dialog beside its button: closes with Escape and a press outside, and gives the focus back. */
export const Popover = ({ children, className, popup = 'dialog', ...rest }: PopoverProps) => (
  <PopupTrigger {...rest} popup={popup}>
    {(popups, { onClose, ...place }) => (
      <popups.PopoverPopup {...place} onClose={onClose} className={className}>
        {children({ close: onClose })}
      </popups.PopoverPopup>
    )}
  </PopupTrigger>
);
