import type { ReactNode } from 'react';
import { IncidentLink } from '../../../widgets/incident-link.tsx';

const REACHABLE = /^(?:https?|mailto):/i;
const INCIDENT = /^\/incidents\/(INC-\d{4}-\d{4,})$/;

/** What leads nowhere from here, a path or a file, stays text beside its words. */
export const MarkdownLink = ({ href, children }: { href: string | undefined; children: ReactNode }) => {
  if (href === undefined || href === '') return <>{children}</>;
  const [, key] = INCIDENT.exec(href) ?? [];
  if (key !== undefined) return <IncidentLink idOrKey={key}>{children}</IncidentLink>;
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
