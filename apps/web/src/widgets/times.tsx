import { useTranslations } from 'use-intl';
import { useServerNow } from '../live/use-server-now.ts';
import { usePast } from './past.ts';
import { clockOf, localClock, utcClock, utcStamp } from './time-format.ts';
import { useAbsoluteWords, useAgeWords } from './use-words-of-time.ts';

/** The server's now, or the moment of the past that is being looked at. */
export const useNow = (intervalMs = 1_000): number => {
  const now = useServerNow(intervalMs);
  return usePast() ?? now;
};

type At = { at: number; className?: string };

/** "41 m": how long since. */
export const Age = ({ at, className }: At) => {
  const now = useNow();
  const words = useAgeWords();
  const absolute = useAbsoluteWords();
  return (
    <time dateTime={new Date(at).toISOString()} title={absolute(at)} className={`figures ${className ?? ''}`}>
      {words(now - at)}
    </time>
  );
};

/** "6 m ago" */
export const Ago = ({ at, className }: At) => {
  const now = useNow();
  const t = useTranslations('times');
  const words = useAgeWords();
  const absolute = useAbsoluteWords();
  const since = now - at;
  return (
    <time dateTime={new Date(at).toISOString()} title={absolute(at)} className={`figures ${className ?? ''}`}>
      {since < 5_000 ? t('justNow') : t('ago', { age: words(since) })}
    </time>
  );
};

/** "00:41:07", counting on until it stopped. */
export const Timer = ({ from, until, className }: { from: number; until?: number | undefined; className?: string }) => {
  const now = useNow();
  const absolute = useAbsoluteWords();
  return (
    <time
      dateTime={new Date(from).toISOString()}
      title={absolute(from)}
      role="timer"
      aria-live="off"
      className={`figures ${className ?? ''}`}
    >
      {clockOf((until ?? now) - from)}
    </time>
  );
};

/** "03:12:08" in the reader's zone. */
export const Clock = ({ at, className, seconds = true }: At & { seconds?: boolean }) => {
  const absolute = useAbsoluteWords();
  return (
    <time dateTime={new Date(at).toISOString()} title={absolute(at)} className={`figures ${className ?? ''}`}>
      {localClock(at, seconds)}
    </time>
  );
};

const WITHOUT_DAY_MS = 20 * 3_600_000;

/** "6 m ago · 03:12:08Z", with the day where that would leave a doubt. */
export const Stamp = ({ at }: { at: number }) => {
  const today = useNow(60_000) - at < WITHOUT_DAY_MS;
  return (
    <span className="whitespace-nowrap">
      <Ago at={at} />
      <span className="figures text-text-2"> · {today ? utcClock(at) : utcStamp(at)}</span>
    </span>
  );
};
