import { useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { markPage } from './mark-page.ts';

/** Always there, and never in the way: nobody takes practice for the real thing, or the real thing for practice. */
export const DrillStrip = ({ name }: { name: string }) => {
  const t = useTranslations('drill');
  useLayoutEffect(() => markPage(document), []);
  return (
    <aside
      aria-label={t('drill')}
      className="sticky top-0 z-30 flex h-(--above) items-center justify-center border-b border-accent bg-[repeating-linear-gradient(135deg,var(--accent-bg)_0_0.5rem,var(--bg)_0.5rem_1rem)] px-2 text-dense whitespace-nowrap"
    >
      <p className="flex min-w-0 items-center gap-2 rounded-s bg-bg px-2">
        <strong className="text-accent">{t('drill')}</strong>
        <span className="truncate max-sm:hidden">{name}</span>
        <span>{t('meaning')}</span>
      </p>
    </aside>
  );
};
