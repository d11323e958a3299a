import { TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { ErrorBoundary } from './error-boundary.tsx';

type PanelProps = { title: string; children: ReactNode; actions?: ReactNode; hideTitle?: boolean; className?: string };

/** A named region that fails alone. */
export const Panel = ({ title, children, actions, hideTitle = false, className }: PanelProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <div className={classNames('flex min-h-7 items-center justify-between gap-2', hideTitle && 'sr-only')}>
        <h2 id={id} className="text-dense font-semibold text-text-2">
          {title}
        </h2>
        {actions}
      </div>
      <ErrorBoundary renderFailure={(retry) => <PanelFailure onRetry={retry} />}>{children}</ErrorBoundary>
    </section>
  );
};

export const PanelFailure = ({ onRetry, detail }: { onRetry: () => void; detail?: string | undefined }) => {
  const t = useTranslations('common');
  return (
    <div role="alert" className="my-2 grid justify-items-start gap-2 rounded-m border border-sev1-fg bg-surface p-3">
      <p className="flex items-start gap-2">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-sev1-fg" />
        {detail ?? t('panelFailed')}
      </p>
      <Button onClick={onRetry}>{t('retry')}</Button>
    </div>
  );
};
