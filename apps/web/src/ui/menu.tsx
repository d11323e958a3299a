import type { ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import type { MenuItem } from './menu-item.ts';
import { PopupTrigger } from './popup-trigger.tsx';

export type { MenuItem } from './menu-item.ts';

type MenuProps = {
  /** Name of the button and of what it opens. */
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  button?: Omit<ButtonProps, 'children'>;
};

export const Menu = ({ items, ...rest }: MenuProps) => (
  <PopupTrigger {...rest} popup="menu">
    {(popups, popup) => <popups.MenuPopup {...popup} items={items} />}
  </PopupTrigger>
);
