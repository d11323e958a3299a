import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { Timer } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';
import { Popover } from '../../ui/popover.tsx';
import { dueClock, dueLook, type DueLook } from '../../widgets/due.ts';
import { DUE_TONES } from '../../widgets/due-time.tsx';
import { useNow } from '../../widgets/times.tsx';
import { AskedDialog, type Asked } from './asked-dialog.tsx';
import { ClocksList } from './clocks-list.tsx';
import { audienceOf, nextOf } from './clocks-view.ts';
import { CLOCKS_BUTTON } from './show-clocks.ts';
import { useClockWords } from './use-clock-words.ts';
import { useClocks, type ClocksSeen } from './use-clocks.ts';

/** When the next word is due, in a place of its own; it opens the clocks of the incident. */
export const NextDue = (seen: ClocksSeen) => {
  const clocks = useClocks(seen);
  const [asked, setAsked] = useState<Asked>();
  const over = seen.incident.status === 'resolved' || seen.incident.status === 'closed';
  return (
    <>
      {over && clocks.length === 0 ? null : <NextDueButton seen={seen} clocks={clocks} onAsk={setAsked} />}
      <AskedDialog incident={seen.incident} asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
};

type ButtonProps = { seen: ClocksSeen; clocks: readonly RunningClock[]; onAsk: (asked: Asked) => void };

const NextDueButton = ({ seen, clocks, onAsk }: ButtonProps) => {
  const t = useTranslations('clocks');
  const { look, text, whom, short } = useNextWords(clocks);
  return (
    <Popover
      label={t('open', { next: `${text} ${whom}`.trim() })}
      className="w-112"
      button={{
        variant: 'quiet',
        name: CLOCKS_BUTTON,
        icon: <Timer size={14} aria-hidden className={classNames('shrink-0', DUE_TONES[look])} />,
        className: classNames('max-w-full !px-1.5', look === 'over' && '!bg-sev1-bg'),
      }}
      trigger={
        <span role="timer" aria-live="off" className={classNames('figures max-w-72 truncate', DUE_TONES[look])}>
          <span className="room:max-wide:hidden">{text}</span>
          {whom === '' ? null : <span className="max-[88rem]:hidden"> {whom}</span>}
          <span className="hidden room:max-wide:inline">{short}</span>
        </span>
      }
    >
      {({ close }) => (
        <ClocksList
          seen={seen}
          clocks={clocks}
          onAsk={(asked) => {
            close();
            onAsk(asked);
          }}
          onGone={close}
        />
      )}
    </Popover>
  );
};

type NextWords = { readonly look: DueLook; readonly text: string; readonly whom: string; readonly short: string };

/** "Update due in 06:12 (public)", and the same where there is little room. */
const useNextWords = (clocks: readonly RunningClock[]): NextWords => {
  const t = useTranslations('clocks');
  const words = useClockWords();
  const now = useNow();
  const next = nextOf(clocks);
  if (next === undefined) return { look: 'calm', text: t('noneKey'), whom: '', short: t('noneKey') };
  const look = dueLook(now, next.clock);
  const time = dueClock(now, next.clock);
  const side = look === 'over' ? 'over' : 'due';
  return {
    look,
    text: t(`next.${next.kind}.${side}`, { time, name: words.name(next.clock) }),
    whom: next.kind === 'update' ? t(`nextFor.${audienceOf(next.clock)}`) : '',
    short: t(look === 'over' ? 'shortOver' : 'due', { time }),
  };
};
