import type { ReactNode } from 'react';

const REACHABLE = /^(?:https?|mailto):/i;

/** What leads nowhere from here, a path or a file, stays text beside its words. */
export const MarkdownLink = ({ href, children }: { href: string | undefined; children: ReactNode }) => {
  if (href === undefined || href === '') return <>{children}</>;
  if (!REACHABLE.test(href)) {
    return (
      <>
        {children} ({href})
      </>
    );
  }
  return (
    <a
      href={href}
      // The words may say something else than where it leads.
      title={href}
      target="_blank"
      rel="noreferrer noopener"
      className="text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
};
