import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  icon?: ReactNode;
  /** Set for filters: whether it is on. */
  pressed?: boolean;
  count?: number;
  /** Floats above what it is about, as "3 new" does. */
  floating?: boolean;
};

/** A round button that filters, or that says how much there is. */
export const Pill = ({ icon, pressed, count, floating = false, className, children, ...rest }: Props) => (
  <button
    {...rest}
    type="button"
    aria-pressed={pressed}
    className={classNames(
      'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-dense whitespace-nowrap select-none pointer-coarse:min-h-11',
      pressed === true
        ? 'border-accent bg-accent-bg font-medium text-text'
        : 'border-border-strong bg-surface text-text-2 hover:bg-raised hover:text-text',
      floating && 'border-accent! bg-surface! font-medium text-accent! shadow-popup',
      className,
    )}
  >
    {icon}
    {children}
    {count === undefined ? null : <span className="figures text-meta text-text-2">{count}</span>}
  </button>
);
