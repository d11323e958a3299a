import { useCallback, useId, useRef, useState, type ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

const GAP = 4;
const MARGIN = 8;

/** Towards the side with more room. Needs no measuring of the popup, so nothing is seen in the wrong place first. */
const place = (popup: HTMLElement, trigger: HTMLElement): void => {
  const rect = trigger.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const toRight = rect.left < innerWidth / 2;
  const below = rect.bottom < innerHeight * 0.6;
  const { style } = popup;
  style.inset = 'auto';
  if (toRight) style.left = `${Math.max(MARGIN, rect.left)}px`;
  else style.right = `${Math.max(MARGIN, innerWidth - rect.right)}px`;
  if (below) style.top = `${rect.bottom + GAP}px`;
  else style.bottom = `${innerHeight - rect.top + GAP}px`;
  style.maxHeight = `${(below ? innerHeight - rect.bottom : rect.top) - GAP - MARGIN}px`;
  style.maxWidth = `${(toRight ? innerWidth - Math.max(MARGIN, rect.left) : rect.right) - MARGIN}px`;
};

const firstToFocus = (popup: HTMLElement): HTMLElement | null =>
  popup.querySelector<HTMLElement>('[aria-checked="true"]') ??
  popup.querySelector<HTMLElement>('[role^="menuitem"], input, textarea, select, button, a[href]');

export type PopoverProps = {
  /** Name of the button and of what it opens. */
  label: string;
  trigger: ReactNode;
  button?: Omit<ButtonProps, 'children'>;
  popup: 'menu' | 'dialog';
  /** Rendered while open. */
  children: (popover: { close: () => void }) => ReactNode;
  className?: string;
};

/** A popup of the browser's top layer: closes with Escape and a click outside, and gives the focus back. */
export const Popover = ({ label, trigger, button, popup, children, className }: PopoverProps) => {
  const id = useId();
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => ref.current?.hidePopover(), []);
  const blocked = button?.blocked;
  return (
    <>
      <Button
        {...button}
        ref={triggerRef}
        aria-label={label}
        aria-haspopup={popup}
        aria-expanded={open}
        title={blocked ?? label}
        popoverTarget={blocked === undefined ? id : undefined}
      >
        {trigger}
      </Button>
      <div
        id={id}
        ref={ref}
        popover="auto"
        role={popup}
        aria-label={label}
        onBeforeToggle={(event) => {
          if (event.newState === 'open' && triggerRef.current !== null) {
            place(event.currentTarget, triggerRef.current);
            setOpen(true);
          }
        }}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          // Only now is it on screen, and can take the focus.
          if (event.newState === 'open') firstToFocus(event.currentTarget)?.focus();
        }}
        className={classNames(
          'fixed m-0 min-w-56 overflow-y-auto rounded-l border border-border bg-surface text-body font-normal text-text shadow-popup',
          className,
        )}
      >
        {open ? <Content render={children} close={close} /> : null}
      </div>
    </>
  );
};

const Content = ({ render, close }: { render: PopoverProps['children']; close: () => void }) => render({ close });
