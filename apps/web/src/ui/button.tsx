import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';
import { tip } from './tooltip.tsx';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'alarm';

const VARIANTS: Readonly<Record<Variant, string>> = {
  primary: 'bg-accent text-on-accent border-transparent font-medium',
  secondary: 'bg-surface text-text border-border-strong hover:bg-raised aria-expanded:bg-raised',
  quiet:
    'bg-transparent text-text-2 border-transparent hover:bg-raised hover:text-text aria-expanded:bg-raised aria-expanded:text-text',
  danger: 'bg-surface text-sev1-fg border-sev1-fg hover:bg-sev1-bg font-medium',
  alarm: 'bg-sev1 text-on-sev1 border-transparent font-semibold',
};

const BLOCKED = {
  quiet: 'cursor-not-allowed border-transparent text-text-2',
  solid: 'cursor-not-allowed border-border bg-raised text-text-2',
} as const;

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: Variant;
  /** Why this cannot be done now: the button stays reachable and says so. */
  blocked?: string | undefined;
  busy?: boolean;
  icon?: ReactNode;
  wide?: boolean;
};

/** What the name says already is not said again. */
const unlessName = (title: string | undefined, name: string | undefined): string | undefined =>
  title === name ? undefined : title;

const described = (description: string | undefined) => ({ 'aria-description': description });

export const Button = ({
  variant = 'secondary',
  blocked,
  busy = false,
  icon,
  wide = false,
  type = 'button',
  className,
  title,
  onClick,
  children,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type}
    {...tip(blocked ?? title)}
    {...described(blocked ?? unlessName(title, rest['aria-label']))}
    aria-disabled={blocked !== undefined || busy ? true : undefined}
    aria-busy={busy ? true : undefined}
    onClick={(event) => {
      if (blocked === undefined && !busy) onClick?.(event);
      else event.preventDefault();
    }}
    className={classNames(
      'target inline-flex items-center justify-center gap-1.5 rounded-m border px-2.5 py-1 text-body whitespace-nowrap select-none',
      wide && 'w-full',
      blocked === undefined ? VARIANTS[variant] : BLOCKED[variant === 'quiet' ? 'quiet' : 'solid'],
      className,
    )}
  >
    {busy ? <Spinner /> : icon}
    {children}
  </button>
);

/** A button with an icon alone: its label is its name and its tooltip. */
export const IconButton = ({ label, className, ...rest }: Omit<ButtonProps, 'aria-label'> & { label: string }) => (
  <Button
    variant="quiet"
    title={label}
    {...rest}
    aria-label={label}
    className={classNames('min-w-7 !px-1.5 pointer-coarse:min-w-11', className)}
  />
);
