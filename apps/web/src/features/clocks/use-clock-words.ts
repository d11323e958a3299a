import type { NamedClock } from '@sitrep/shared/clocks/events';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { useTranslations } from 'use-intl';
import { useSettings } from '../../live/react.tsx';
import { useAgeWords } from '../../widgets/use-words-of-time.ts';

export type ClockWords = {
  name(clock: NamedClock): string;
  /** Why it escalated the incident. */
  reason(clock: NamedClock): string;
  /** What it does when it runs out, or did. */
  will(clock: RunningClock): string;
};

export const useClockWords = (): ClockWords => {
  const t = useTranslations('clocks');
  const ages = useAgeWords();
  const every = ages(useSettings().values.watchdogs.callOutEvery);
  return {
    name: ({ clock, label = '' }) => t(`name.${clock}`, { label }),
    reason: ({ clock, label = '' }) => t(`reason.${clock}`, { label }),
    will: ({ will, ranOut }) => t(`${ranOut === undefined ? 'will' : 'did'}.${will}`, { every }),
  };
};
