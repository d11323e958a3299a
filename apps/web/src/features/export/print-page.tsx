import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useTranslations } from 'use-intl';
import { requestText } from '../../http/request.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { exportAddress } from './export-address.ts';

/** The whole room on paper: the exported document, black on white, with every entry and nothing around it. */
export const PrintPage = ({ idOrKey }: { idOrKey: string }) => {
  const t = useTranslations('exported');
  const { data, error } = useQuery({
    queryKey: ['export', idOrKey],
    queryFn: ({ signal }) => requestText(exportAddress(idOrKey, 'markdown'), signal),
    // What is printed is as it is now.
    gcTime: 0,
    // Coming back from the printer's dialog asks for nothing anew: it would print once more.
    staleTime: Infinity,
  });
  useDocumentTitle(t('printTitle', { key: idOrKey }));
  useEffect(() => {
    if (data === undefined) return undefined;
    const frame = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(frame);
  }, [data]);
  return (
    <div data-theme="light" className="min-h-dvh bg-surface text-text print:bg-transparent">
      <header className="flex items-center gap-3 border-b border-border px-4 py-2 print:hidden">
        <IncidentLink idOrKey={idOrKey} className="target inline-flex items-center gap-1.5 text-accent">
          <ArrowLeft size={16} aria-hidden />
          {t('back')}
        </IncidentLink>
        <Button
          variant="primary"
          className="ml-auto"
          icon={<Printer size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('printNow')}
        </Button>
      </header>
      {error !== null ? (
        <EmptyState title={t('failed')}>
          <ProblemLine problem={error} />
        </EmptyState>
      ) : data === undefined ? (
        <Skeleton rows={8} />
      ) : (
        <main className="mx-auto grid max-w-[80ch] gap-2 px-4 py-6 print:max-w-none print:p-0">
          <Markdown remarkPlugins={[remarkGfm]} components={COMPONENTS}>
            {data}
          </Markdown>
        </main>
      )}
    </div>
  );
};

/** A box to tick stands where others have their dot. */
const isTask = (className: string | undefined): boolean => className?.includes('task-list-item') === true;

const COMPONENTS: Components = {
  h1: ({ children }) => <h1 className="text-section font-semibold">{children}</h1>,
  h2: ({ children }) => <h2 className="mt-4 text-read font-semibold break-after-avoid">{children}</h2>,
  h3: ({ children }) => <h3 className="mt-2 font-semibold break-after-avoid">{children}</h3>,
  ul: ({ children }) => <ul className="grid list-disc gap-1 pl-5">{children}</ul>,
  li: ({ children, className }) => (
    <li className={classNames('break-inside-avoid [overflow-wrap:anywhere]', isTask(className) && '-ml-4 list-none')}>
      {children}
    </li>
  ),
  // On paper nobody can follow it: the address stands beside its words.
  a: ({ href, children }) => (
    <>
      {children} ({href})
    </>
  ),
  input: ({ checked }) => <span>{checked === true ? '☑' : '☐'}</span>,
  hr: () => <hr className="my-2 border-border" />,
};
