import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { localClock } from '../../../widgets/time-format.ts';

/** Where what came since the reader left begins. */
export type SinceLeft = {
  readonly at: number;
  readonly inView: boolean;
  readonly above: boolean;
  readonly count: number;
};
export type AddedAbove = { readonly count: number; readonly key: string; readonly at: number };

type Props = {
  since: SinceLeft | undefined;
  above: AddedAbove | undefined;
  below: number;
  newestFirst: boolean;
  onAbove: (key: string) => void;
  onNewest: () => void;
  onSince: () => void;
};

/** What came where the reader is not looking. */
export const Pills = ({ since, above, below, newestFirst, onAbove, onNewest, onSince }: Props) => {
  const t = useTranslations('timeline');
  const view = useTranslations('timelineView');
  const NewestArrow = newestFirst ? ArrowUp : ArrowDown;
  return (
    <>
      {since === undefined || above !== undefined || newestFirst || !since.above ? null : (
        <Button
          className="absolute top-10 left-1/2 z-2 -translate-x-1/2 !rounded-full shadow-popup"
          icon={<ArrowUp size={14} aria-hidden />}
          onClick={onSince}
        >
          {view('newSinceYouLeft', { count: since.count })}
        </Button>
      )}
      {above === undefined ? null : (
        <Button
          className={classNames(
            'absolute left-1/2 z-2 -translate-x-1/2 !rounded-full shadow-popup',
            newestFirst ? 'bottom-3' : 'top-10',
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
            newestFirst ? 'top-10' : 'bottom-3',
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
