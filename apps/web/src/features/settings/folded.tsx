import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  detail: ReactNode;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

/** One of many long things: its title alone, until somebody works at it. */
export const Folded = ({ title, detail, open, onOpen, children }: Props) => (
  <details
    open={open}
    onToggle={(event) => onOpen(event.currentTarget.open)}
    className="rounded-l border border-border bg-surface"
  >
    <summary className="target flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-l px-3 py-1.5 hover:bg-raised">
      <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
      <span className="text-meta text-text-2">{detail}</span>
    </summary>
    <div className="grid gap-3 border-t border-border p-3">{children}</div>
  </details>
);
