import { useTranslations } from 'use-intl';
import { useConnection } from '../../live/react.tsx';
import { tip } from '../../ui/tooltip.tsx';
import { utcClock } from '../../widgets/time-format.ts';

/** Is what I see true now? In a place as wide as its longest answer. */
export const LiveState = () => {
  const t = useTranslations('incident.room');
  const { status, dataAsOf } = useConnection();
  const live = status === 'live';
  return (
    <span
      className="figures inline-flex w-26 shrink-0 items-center justify-end gap-1.5 whitespace-nowrap text-text-2"
      {...tip(live ? t('liveMeaning') : undefined)}
    >
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full border ${live ? 'border-ok-fg bg-ok-fg' : 'border-sev3-fg'}`}
      />
      {live ? t('live') : dataAsOf === undefined ? t('notLive') : t('dataAsOf', { time: utcClock(dataAsOf) })}
    </span>
  );
};
