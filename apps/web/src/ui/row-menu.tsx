import { Ellipsis } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Menu } from './menu.tsx';
import type { MenuItem } from './menu-item.ts';

type Props = { label: string; items: readonly MenuItem[]; className?: string };

/** What can be done with a row: as low as a line of text for a mouse, as large as a finger for a finger. */
export const RowMenu = ({ label, items, className }: Props) => (
  <Menu
    label={label}
    trigger={<Ellipsis size={14} aria-hidden />}
    items={items}
    button={{
      variant: 'quiet',
      className: classNames(
        'min-w-7 !min-h-6 !px-1 !py-0 pointer-coarse:!min-h-11 pointer-coarse:!min-w-11',
        className,
      ),
    }}
  />
);
