import type { ReactNode } from 'react';

/** One line: what this is, what can be done. */
export const PageHeader = ({
  title,
  detail,
  children,
}: {
  title: string;
  detail?: ReactNode;
  children?: ReactNode;
}) => (
  <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
    <h1 className="text-section font-semibold">{title}</h1>
    {detail === undefined ? null : <p className="text-text-2">{detail}</p>}
    <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2">{children}</div>
  </header>
);
