import type { ReactNode } from 'react';

/** One primitive, named, in some of its states. */
export const Specimen = ({ name, children, wide = false }: { name: string; children: ReactNode; wide?: boolean }) => (
  <section aria-label={name} className={`grid min-w-0 content-start gap-2 ${wide ? 'sm:col-span-2' : ''}`}>
    <h3 className="text-meta font-medium text-text-2">{name}</h3>
    <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
  </section>
);

export const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid min-w-0 content-start gap-4 rounded-l border border-border bg-surface p-4">
    <h2 className="text-read font-semibold">{title}</h2>
    <div className="grid min-w-0 gap-x-6 gap-y-5 sm:grid-cols-2">{children}</div>
  </div>
);
