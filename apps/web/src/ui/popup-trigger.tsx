import { useCallback, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { loadPopups, usePopups, type Popups } from './popups/load.ts';

export type PopupPlace = {
  readonly label: string;
  readonly trigger: HTMLElement | null;
  readonly onClose: () => void;
};

type Props = {
  label: string;
  trigger: ReactNode;
  popup: 'menu' | 'dialog';
  button?: Omit<ButtonProps, 'children'> | undefined;
  children: (popups: Popups, place: PopupPlace) => ReactNode;
};

/** A plain button; what it opens is fetched when somebody goes towards it, if it is not there yet. */
export const PopupTrigger = ({ label, trigger, popup, button, children }: Props) => {
  const [open, setOpen] = useState(false);
  const popups = usePopups(open);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const onClose = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button
        title={label}
        {...button}
        ref={setElement}
        aria-label={label}
        aria-haspopup={popup}
        aria-expanded={open}
        onPointerEnter={loadPopups}
        onFocus={loadPopups}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </Button>
      {open && popups !== undefined ? children(popups, { label, trigger: element, onClose }) : null}
    </>
  );
};
