import { Fragment } from 'react';
import { useTranslations } from 'use-intl';

/** Keys as they are printed: `C`, `Ctrl+K`, or one after the other, `G B`. */
export const Kbd = ({ keys }: { keys: string }) => {
  const t = useTranslations('ui');
  return (
    <span className="inline-flex shrink-0 items-center gap-1 whitespace-nowrap">
      {keys.split(' ').map((cap, index) => (
        <Fragment key={`${index} ${cap}`}>
          {index === 0 ? null : <span className="sr-only">{` ${t('afterwards')} `}</span>}
          <kbd className="min-w-5 rounded-s border border-border-strong bg-raised px-1 text-center font-sans text-meta leading-4.5 font-medium text-text-2">
            {cap}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
};
