import { Popover } from '@base-ui/react/popover';
import { useRef, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useLayer } from '../layers.ts';
import type { PopupPlace } from '../popup-trigger.tsx';
import { closes } from './dismissal.ts';
import { firstControl } from './first-to-focus.ts';
import { COMES_IN, POSITION, SURFACE } from './surface.ts';

type Props = PopupPlace & { children: ReactNode; className?: string | undefined };

export const PopoverPopup = ({ label, trigger, onClose, children, className }: Props) => {
  const attributes = useLayer(trigger);
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root
      open
      modal="trap-focus"
      onOpenChange={(open, details) => {
        if (closes(open, details, trigger)) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={trigger} {...POSITION} className="z-50">
          <Popover.Popup
            {...attributes}
            ref={popup}
            aria-label={label}
            initialFocus={(opened) => firstControl(popup.current, opened)}
            finalFocus={false}
            className={classNames(
              SURFACE,
              COMES_IN,
              'max-h-(--available-height) max-w-(--available-width) min-w-56 overflow-y-auto overscroll-contain',
              className,
            )}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
