import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ageOf, utcClock, utcStamp } from './time-format.ts';

export const useAgeWords = (): ((ms: number) => string) => {
  const t = useTranslations('times');
  return useCallback(
    (ms) => {
      const age = ageOf(ms);
      switch (age.key) {
        case 'seconds':
          return t('seconds', { seconds: age.seconds });
        case 'minutes':
          return t('minutes', { minutes: age.minutes });
        case 'hours':
          return t('hours', { hours: age.hours, minutes: age.minutes });
        case 'days':
          return t('days', { days: age.days, hours: age.hours });
      }
    },
    [t],
  );
};

/** The absolute time in the reader's zone and in UTC. */
export const useAbsoluteWords = (): ((at: number) => string) => {
  const format = useFormatter();
  return useCallback(
    (at) => {
      const date = new Date(at);
      const local = format.dateTime(date, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      });
      const sameDay = date.getUTCDate() === date.getDate();
      return `${local} · ${sameDay ? utcClock(at) : utcStamp(at)}`;
    },
    [format],
  );
};
