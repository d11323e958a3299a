import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** A wide table scrolls by itself; the row and the page do not. */
export const MarkdownTable = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('writing.markdown');
  return (
    // A scrolling region has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={t('table')} tabIndex={0} className="overflow-x-auto">
      <table className="border-collapse text-dense [overflow-wrap:normal]">{children}</table>
    </section>
  );
};
