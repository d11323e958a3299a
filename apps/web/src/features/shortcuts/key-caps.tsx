import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';

/** Keys as they are printed, press by press. */
export const KeyCaps = ({ caps, off = false }: { caps: readonly string[]; off?: boolean }) => {
  const t = useTranslations('keyboard');
  return (
    <span className="whitespace-nowrap">
      {caps.map((cap, index) => (
        // A sequence may press one key twice.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index === 0 ? null : <span className="px-1 text-meta text-text-2">{t('then')}</span>}
          <kbd
            className={classNames(
              'inline-block min-w-6 rounded-s border bg-raised px-1.5 text-center font-mono text-dense',
              off ? 'border-border text-text-2 line-through' : 'border-border-strong',
            )}
          >
            {cap}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
};
