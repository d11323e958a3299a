import { Check } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import { Popover } from './popover.tsx';
import { classNames } from './class-names.ts';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  /** Set for choices: whether this is the one in force. */
  readonly checked?: boolean;
  readonly blocked?: string | undefined;
  readonly danger?: boolean;
  onSelect(): void;
};

type MenuProps = {
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  button?: Omit<ButtonProps, 'children'>;
};

export const Menu = ({ label, trigger, items, button }: MenuProps) => (
  <Popover label={label} trigger={trigger} popup="menu" {...(button === undefined ? {} : { button })}>
    {({ close }) => <Items items={items} close={close} />}
  </Popover>
);

const Items = ({ items, close }: { items: readonly MenuItem[]; close: () => void }) => {
  const ref = useRef<HTMLDivElement>(null);
  return (
    // The keys belong to the menu as a whole; its items hold the focus.
    <div ref={ref} className="grid p-1" role="presentation" onKeyDown={(event) => moveFocus(event, ref.current, close)}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={item.checked}
          aria-disabled={item.blocked === undefined ? undefined : true}
          title={item.blocked}
          tabIndex={-1}
          onClick={() => {
            if (item.blocked !== undefined) return;
            close();
            item.onSelect();
          }}
          className={classNames(
            'target grid grid-cols-[1.25rem_1fr_auto] items-center gap-x-2 rounded-m px-2 py-1.5 text-left focus:bg-raised focus:outline-none hover:bg-raised',
            item.blocked !== undefined && 'text-text-2',
            item.danger === true && item.blocked === undefined && 'text-sev1-fg',
          )}
        >
          <span className="grid place-items-center">{item.icon}</span>
          <span>{item.label}</span>
          {item.checked === true ? <Check size={16} aria-hidden /> : <span />}
          {item.hint === undefined && item.blocked === undefined ? null : (
            <span className="col-start-2 max-w-72 text-meta text-text-2">{item.blocked ?? item.hint}</span>
          )}
        </button>
      ))}
    </div>
  );
};

const buttonsOf = (menu: HTMLElement | null): readonly HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
];

const moveFocus = (event: KeyboardEvent, menu: HTMLElement | null, close: () => void): void => {
  const all = buttonsOf(menu);
  const at = all.findIndex((item) => item === document.activeElement);
  const to = (index: number): void => {
    event.preventDefault();
    all[(index + all.length) % all.length]?.focus();
  };
  if (event.key === 'ArrowDown') to(at + 1);
  else if (event.key === 'ArrowUp') to(at - 1);
  else if (event.key === 'Home') to(0);
  else if (event.key === 'End') to(all.length - 1);
  else if (event.key === 'Tab') close();
  else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
    const found = [...all.slice(at + 1), ...all].find((item) =>
      item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()),
    );
    found?.focus();
  }
};
