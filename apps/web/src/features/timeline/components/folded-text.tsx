import { useId, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { isLong } from '../is-long.ts';

/** A long text shows its beginning; the page still has all of it, to search in. `children`: the text as it is shown. */
export const FoldedText = ({ text, children, className }: { text: string; children: ReactNode; className: string }) => {
  const t = useTranslations('timeline');
  const id = useId();
  const [whole, setWhole] = useState(false);
  const long = isLong(text);
  return (
    <>
      <p id={id} className={classNames(className, 'whitespace-pre-wrap', long && !whole && 'line-clamp-12')}>
        {children}
      </p>
      {long ? (
        <Button
          variant="quiet"
          className="!px-1 underline"
          aria-expanded={whole}
          aria-controls={id}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? 'showLess' : 'showAll')}
        </Button>
      ) : null}
    </>
  );
};
