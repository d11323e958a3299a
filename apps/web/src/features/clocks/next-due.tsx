import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { Timer } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';
import { Popover } from '../../ui/popover.tsx';
import { dueClock, dueLook } from '../../widgets/due.ts';
import { DUE_TONES } from '../../widgets/due-time.tsx';
import { useNow } from '../../widgets/times.tsx';
import { ClocksList } from './clocks-list.tsx';
import { nextOf, type NextClock } from './clocks-view.ts';
import { DeferDialog } from './defer-dialog.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { CLOCKS_BUTTON } from './show-clocks.ts';
import { useClocks, type ClocksSeen } from './use-clocks.ts';

type Asked = { readonly defer: RunningClock } | 'escalate';

/** When the next word is due, in a place of its own; it opens the clocks of the incident. */
export const NextDue = (seen: ClocksSeen) => {
  const clocks = useClocks(seen);
  const next = nextOf(clocks);
  const [asked, setAsked] = useState<Asked>();
  const done = (): void => setAsked(undefined);
  return (
    <>
      {next === undefined ? null : <NextDueButton next={next} seen={seen} clocks={clocks} onAsk={setAsked} />}
      {asked === 'escalate' ? <EscalateDialog incident={seen.incident} onClose={done} /> : null}
      {asked !== undefined && asked !== 'escalate' ? (
        <DeferDialog incident={seen.incident} clock={asked.defer} onClose={done} />
      ) : null}
    </>
  );
};

type ButtonProps = {
  next: NextClock;
  seen: ClocksSeen;
  clocks: readonly RunningClock[];
  onAsk: (asked: Asked) => void;
};

const NextDueButton = ({ next: { kind, clock }, seen, clocks, onAsk }: ButtonProps) => {
  const t = useTranslations('clocks');
  const now = useNow();
  const look = dueLook(now, clock);
  const time = dueClock(now, clock);
  const text = t(`next.${kind}.${look === 'over' ? 'over' : 'due'}`, { time });
  return (
    <Popover
      label={t('title')}
      className="w-112"
      button={{
        variant: 'quiet',
        // Its words change each second: what it opens is its name.
        'aria-description': text,
        name: CLOCKS_BUTTON,
        icon: <Timer size={14} aria-hidden className={classNames('shrink-0', DUE_TONES[look])} />,
        className: classNames('!px-1.5', look === 'over' && '!bg-sev1-bg'),
      }}
      trigger={
        <span role="timer" aria-live="off" className={classNames('figures', DUE_TONES[look])}>
          <span className="room:max-wide:hidden">{text}</span>
          <span className="hidden room:max-wide:inline">{t(look === 'over' ? 'shortOver' : 'due', { time })}</span>
        </span>
      }
    >
      {({ close }) => (
        <ClocksList
          seen={seen}
          clocks={clocks}
          onDefer={(deferred) => {
            close();
            onAsk({ defer: deferred });
          }}
          onEscalate={() => {
            close();
            onAsk('escalate');
          }}
        />
      )}
    </Popover>
  );
};
