import { useTranslations } from 'use-intl';

/** Shown after 150 ms only: what is quick must not flicker. */
export const Skeleton = ({ rows = 4 }: { rows?: number }) => {
  const t = useTranslations('common');
  return (
    <output className="appear-late grid gap-2 p-4">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="block h-9 rounded-m bg-raised" />
      ))}
    </output>
  );
};
