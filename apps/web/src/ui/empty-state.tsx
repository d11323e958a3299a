import type { ReactNode } from 'react';

/** One sentence, and the one action that helps. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className="mx-auto grid max-w-lg justify-items-center gap-2 px-4 py-10 text-center">
    <p className="text-read font-medium">{title}</p>
    {children === undefined ? null : <div className="text-text-2">{children}</div>}
    {action}
  </div>
);
