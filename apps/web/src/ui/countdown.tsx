import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import { countdownClock, overFor, urgencyOf, type Urgency } from './countdown-clock.ts';

const TONES: Readonly<Record<Urgency, string>> = {
  calm: 'text-text',
  soon: 'font-medium text-sev3-fg',
  over: 'font-medium text-sev1-fg',
};

type Props = { dueAt: number; now: number; /** The whole time that there was. */ ofMs: number; className?: string };

/** Counts down to what is due, and then up: "06:12", "3 m over". */
export const Countdown = ({ dueAt, now, ofMs, className }: Props) => {
  const t = useTranslations('ui');
  const leftMs = dueAt - now;
  const urgency = urgencyOf(leftMs, ofMs);
  return (
    <time
      dateTime={new Date(dueAt).toISOString()}
      role="timer"
      aria-live="off"
      className={classNames('figures whitespace-nowrap', TONES[urgency], className)}
    >
      {urgency === 'over' ? t('over', { time: overFor(-leftMs) }) : countdownClock(leftMs)}
    </time>
  );
};
