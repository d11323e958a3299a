import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { runKey } from '../../ui/keys/bound.ts';
import { tipWhenCut } from '../../ui/tip-when-cut.ts';
import { DueTime } from '../../widgets/due-time.tsx';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { localClock } from '../../widgets/time-format.ts';
import type { Asked } from './asked-dialog.tsx';
import { idOf, keyOf } from './clocks-view.ts';
import { useClockWords } from './use-clock-words.ts';
import type { ClocksSeen } from './use-clocks.ts';

type Props = {
  seen: ClocksSeen;
  clocks: readonly RunningClock[];
  onAsk: (asked: Asked) => void;
  /** Before it leads to what a clock is about. */
  onGone: () => void;
};

/** Every clock that runs, how long it has, and what it will do. */
export const ClocksList = ({ seen: { incident, parts }, clocks, onAsk, onGone }: Props) => {
  const t = useTranslations('clocks');
  const blocked = useGate('clock.defer', { holders: incident.roles });
  const escalation = useGate('incident.escalate');
  const offered = useOffered('incident.escalate');
  const active = incident.status !== 'resolved' && incident.status !== 'closed';
  const mayEscalate = offered && active && parts.clocks.escalated === undefined;
  return (
    <div className="grid gap-1 p-3">
      <h2 className="text-dense font-semibold text-text-2">{t('title')}</h2>
      {clocks.length === 0 ? (
        <p className="py-1.5 text-text-2">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-border">
          {clocks.map((clock) => (
            <ClockLine
              key={idOf(clock)}
              clock={clock}
              blocked={blocked}
              onDefer={() => onAsk({ defer: clock })}
              onGone={onGone}
            />
          ))}
        </ul>
      )}
      {mayEscalate ? (
        <div className="border-t border-border pt-2">
          <Button blocked={escalation} onClick={() => onAsk('escalate')}>
            {t('escalate')}
          </Button>
        </div>
      ) : null}
    </div>
  );
};

type LineProps = { clock: RunningClock; blocked: string | undefined; onDefer: () => void; onGone: () => void };

const ClockLine = ({ clock, blocked, onDefer, onGone }: LineProps) => {
  const t = useTranslations('clocks');
  const words = useClockWords();
  const name = words.name(clock);
  const key = keyOf(clock);
  const { deferredUntil } = clock;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 py-1.5">
      <div className="min-w-0">
        {key === 'show-clocks' ? (
          <p {...tipWhenCut} className="truncate font-medium">
            {name}
          </p>
        ) : (
          <Button
            variant="quiet"
            className="-ml-px max-w-full !min-h-6 !justify-start !px-0 !py-0 !font-medium !text-text hover:underline"
            aria-label={t('goTo', { clock: name })}
            onClick={() => {
              onGone();
              // Once the focus has been given back.
              requestAnimationFrame(() => runKey(key));
            }}
          >
            <span {...tipWhenCut} className="truncate">
              {name}
            </span>
          </Button>
        )}
        <p className="text-meta text-text-2">
          {deferredUntil === undefined ? null : (
            <span className="figures">{t('deferredUntil', { time: localClock(deferredUntil, false) })} · </span>
          )}
          {words.will(clock)}
        </p>
      </div>
      <DueTime
        due={clock}
        className="min-w-18 text-right"
        words={(look, time) => t(look === 'over' ? 'over' : 'due', { time })}
      />
      <Button
        variant="quiet"
        className="!px-1.5"
        blocked={blocked}
        aria-label={t('deferOf', { clock: name })}
        onClick={onDefer}
      >
        {t('defer')}
      </Button>
    </li>
  );
};
