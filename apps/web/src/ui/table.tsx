import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = { label: string; head: ReactNode; children: ReactNode; className?: string };

/** Scrolls sideways within itself, and can be reached for it with the keyboard. */
export const Table = ({ label, head, children, className }: Props) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section aria-label={label} tabIndex={0} className={classNames('overflow-x-auto', className)}>
    <table className="w-full border-collapse text-left text-dense [overflow-wrap:normal]">
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

type CellProps = { numeric?: boolean };

export const HeadCell = ({ numeric = false, className, ...rest }: ComponentProps<'th'> & CellProps) => (
  <th
    scope="col"
    {...rest}
    className={classNames(
      'sticky top-0 border-b border-border bg-surface px-3 py-1.5 text-meta font-medium whitespace-nowrap text-text-2',
      numeric && 'text-right',
      className,
    )}
  />
);

export const Row = ({ className, ...rest }: ComponentProps<'tr'>) => (
  <tr {...rest} className={classNames('h-row border-b border-border last:border-b-0 hover:bg-raised', className)} />
);

export const Cell = ({ numeric = false, className, ...rest }: ComponentProps<'td'> & CellProps) => (
  <td
    {...rest}
    className={classNames('max-w-96 truncate px-3 align-middle', numeric && 'figures text-right', className)}
  />
);
