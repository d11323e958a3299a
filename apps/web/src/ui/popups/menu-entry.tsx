import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { classNames } from '../class-names.ts';
import { Kbd } from '../kbd.tsx';
import type { MenuItem } from '../menu-item.ts';

/** What may not be chosen can still be reached, and says why. */
export const MenuEntry = ({ item }: { item: MenuItem }) => {
  const { label, hint, icon, checked, blocked, danger = false, section, shortcut } = item;
  const more = blocked ?? hint;
  return (
    <>
      <Section title={section} />
      <Menu.Item
        label={label}
        disabled={blocked !== undefined}
        onClick={() => item.onSelect()}
        {...(checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': checked })}
        className={classNames(
          'target grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2 rounded-m px-2 py-1 text-left outline-none select-none',
          'data-highlighted:bg-raised data-highlighted:inset-shadow-marker',
          blocked !== undefined && 'text-text-2',
          danger && blocked === undefined && 'text-sev1-fg',
        )}
      >
        <span className="grid place-items-center empty:hidden">{icon}</span>
        <span className={icon === undefined ? 'col-span-2' : undefined}>{label}</span>
        <span className="flex items-center gap-2">
          {checked === true ? <Check size={16} aria-hidden /> : null}
          {shortcut === undefined ? null : <Kbd keys={shortcut} />}
        </span>
        {more === undefined ? null : <span className="col-start-2 max-w-72 text-meta text-text-2">{more}</span>}
      </Menu.Item>
    </>
  );
};

const Section = ({ title }: { title: string | undefined }) => {
  if (title === undefined) return null;
  return (
    <>
      <hr className="-mx-1 my-1 border-t border-border first:hidden" />
      {title === '' ? null : (
        <div role="presentation" className="px-2 pt-1 pb-0.5 text-meta font-medium text-text-2">
          {title}
        </div>
      )}
    </>
  );
};
