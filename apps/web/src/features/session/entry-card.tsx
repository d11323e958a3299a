import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDocumentTitle } from '../../ui/use-document-title.ts';

/** The frame of everything that is shown before somebody is signed in. */
export const EntryCard = ({ title, children }: { title: string; children: ReactNode }) => {
  const t = useTranslations('common');
  useDocumentTitle(title);
  return (
    <main className="grid min-h-[calc(100dvh-var(--above,0px))] place-items-center p-4">
      <div className="grid w-full max-w-lg gap-4 rounded-l border border-border bg-surface p-6">
        <p className="flex items-center gap-2 font-semibold text-text-2">
          <img src="/favicon.svg" alt="" className="size-6" />
          {t('sitrep')}
        </p>
        <h1 className="text-title font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
};
