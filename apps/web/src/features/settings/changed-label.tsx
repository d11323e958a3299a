import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** Marks what differs from what is saved. */
export const ChangedLabel = ({ changed, children }: { changed: boolean; children: ReactNode }) => {
  const t = useTranslations('settings');
  return changed ? (
    <>
      {children} <span className="font-normal text-accent">{t('changed')}</span>
    </>
  ) : (
    children
  );
};
