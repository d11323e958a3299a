import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { localClock } from '../../../widgets/time-format.ts';

export type AddedAbove = { readonly count: number; readonly key: string; readonly at: number };

type Props = {
  above: AddedAbove | undefined;
  below: number;
  newestFirst: boolean;
  onAbove: (key: string) => void;
  onNewest: () => void;
};

/** What came where the reader is not looking. */
export const Pills = ({ above, below, newestFirst, onAbove, onNewest }: Props) => {
  const t = useTranslations('timeline');
  const view = useTranslations('timelineView');
  const NewestArrow = newestFirst ? ArrowUp : ArrowDown;
  return (
    <>
      {above === undefined ? null : (
        <Button
          className={classNames(
            'absolute left-1/2 z-2 -translate-x-1/2 !rounded-full shadow-popup',
            newestFirst ? 'bottom-3' : 'top-11',
          )}
          icon={newestFirst ? <ArrowDown size={14} aria-hidden /> : <ArrowUp size={14} aria-hidden />}
          onClick={() => onAbove(above.key)}
        >
          {above.count === 1
            ? view('addedAt', { time: localClock(above.at) })
            : view('addedAbove', { count: above.count })}
        </Button>
      )}
      {below > 0 ? (
        <Button
          variant="primary"
          className={classNames(
            'absolute left-1/2 z-2 -translate-x-1/2 !rounded-full shadow-popup',
            newestFirst ? 'top-11' : 'bottom-3',
          )}
          icon={<NewestArrow size={14} aria-hidden />}
          onClick={onNewest}
        >
          {t('newBelow', { count: below })}
        </Button>
      ) : null}
    </>
  );
};
