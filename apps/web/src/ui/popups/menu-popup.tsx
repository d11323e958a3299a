import { Menu } from '@base-ui/react/menu';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { classNames } from '../class-names.ts';
import { useLayer } from '../layers.ts';
import type { MenuItem } from '../menu-item.ts';
import type { PopupPlace } from '../popup-trigger.tsx';
import { closes } from './dismissal.ts';
import { firstItem } from './first-to-focus.ts';
import { MenuEntry } from './menu-entry.tsx';
import { COMES_IN, POSITION, SURFACE } from './surface.ts';

/** Tab closes a menu: nothing has to catch the focus around it, hidden and yet to be reached. */
const UNGUARDED = '[&>[data-base-ui-focus-guard]]:hidden';

export const MenuPopup = ({ label, trigger, onClose, items }: PopupPlace & { items: readonly MenuItem[] }) => {
  const attributes = useLayer(trigger);
  const popup = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const chosen = items.find(({ shortcut }) => shortcut !== undefined && shortcut === event.key);
    if (chosen === undefined || chosen.blocked !== undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
    chosen.onSelect();
  };
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open, details) => {
        if (closes(open, details, trigger)) onClose();
      }}
    >
      <span className={classNames('contents', UNGUARDED)}>
        <Menu.Portal>
          <Menu.Positioner anchor={trigger} {...POSITION} className={classNames('z-50', UNGUARDED)}>
            <Menu.Popup
              {...attributes}
              ref={popup}
              aria-label={label}
              onKeyDownCapture={onKey}
              finalFocus={false}
              className={classNames(
                SURFACE,
                COMES_IN,
                'max-h-(--available-height) max-w-(--available-width) min-w-56 overflow-y-auto overscroll-contain p-1',
              )}
            >
              {items.map((item) => (
                <MenuEntry key={item.id} item={item} />
              ))}
              <Begin menu={popup} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </span>
    </Menu.Root>
  );
};

/** Within the popup, so that it runs when the items are there. */
const Begin = ({ menu }: { menu: RefObject<HTMLElement | null> }) => {
  useEffect(() => {
    const first = firstItem(menu.current);
    if (first !== false) first.focus({ preventScroll: true });
  }, [menu]);
  return null;
};
