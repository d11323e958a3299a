import { classNames } from '../ui/class-names.ts';
import { dueClock, dueLook, type DueLook, type DueMoments } from './due.ts';
import { useNow } from './times.tsx';
import { useAbsoluteWords } from './use-words-of-time.ts';

export const DUE_TONES: Readonly<Record<DueLook, string>> = {
  calm: 'text-text-2',
  soon: 'font-medium text-sev3-fg',
  over: 'font-semibold text-sev1-fg',
};

type Props = {
  due: DueMoments;
  /** "due in {time}", "overdue {time}": what stands around the figures. */
  words: (look: DueLook, time: string) => string;
  className?: string;
};

/** Counts down to what is due and then up, in figures that do not jump. */
export const DueTime = ({ due, words, className }: Props) => {
  const now = useNow();
  const absolute = useAbsoluteWords();
  const look = dueLook(now, due);
  return (
    <time
      dateTime={new Date(due.dueAt).toISOString()}
      title={absolute(due.dueAt)}
      role="timer"
      aria-live="off"
      className={classNames('figures whitespace-nowrap', DUE_TONES[look], className)}
    >
      {words(look, dueClock(now, due))}
    </time>
  );
};
