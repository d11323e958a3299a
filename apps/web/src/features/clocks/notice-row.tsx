import type { Escalation } from '@sitrep/shared/clocks/state';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { BellRing, TrendingUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { runKey } from '../../ui/keys/bound.ts';
import { tipWhenCut } from '../../ui/tip-when-cut.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { DueTime } from '../../widgets/due-time.tsx';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { idOf, keyOf } from './clocks-view.ts';
import { EscalatedText } from './escalated-text.tsx';
import { useClockWords } from './use-clock-words.ts';
import type { ClocksSeen } from './use-clocks.ts';

export type Told = {
  seen: ClocksSeen;
  escalated: Escalation | undefined;
  late: readonly RunningClock[];
  onStandDown: () => void;
};

/** One line: why it is escalated, and each overdue clock with the way to where it is attended to. */
export const NoticeRow = ({ escalated, late, ...rest }: Told) => (
  <div
    className={classNames(
      'flex flex-wrap items-center gap-x-6 border-b px-4 py-1',
      escalated === undefined ? 'border-border bg-surface' : 'border-sev1-fg bg-sev1-bg',
    )}
  >
    {escalated === undefined ? null : <Escalated escalated={escalated} {...rest} />}
    {late.length === 0 ? null : <Overdue late={late} beside={escalated !== undefined} />}
  </div>
);

type EscalatedProps = Pick<Told, 'seen' | 'onStandDown'> & { escalated: Escalation };

const Escalated = ({ seen, escalated, onStandDown }: EscalatedProps) => (
  <div className="flex min-w-0 flex-1 basis-96 items-center gap-2">
    <TrendingUp size={16} aria-hidden className="shrink-0 text-sev1-fg" />
    <p {...tipWhenCut} className="truncate">
      <EscalatedText escalated={escalated} />
    </p>
    <StandDown seen={seen} onStandDown={onStandDown} />
  </div>
);

export const StandDown = ({ seen: { incident }, onStandDown }: Pick<Told, 'seen' | 'onStandDown'>) => {
  const t = useTranslations('clocks');
  const blocked = useGate('clock.defer', { holders: incident.roles });
  if (!useOffered('incident.escalate')) return null;
  return (
    <Button variant="quiet" className="shrink-0" blocked={blocked} onClick={onStandDown}>
      {t('standDown')}
    </Button>
  );
};

/** As many as one line has room for; the others are among the clocks. */
const Overdue = ({ late, beside }: { late: readonly RunningClock[]; beside: boolean }) => {
  const t = useTranslations('clocks');
  const words = useClockWords();
  const room = useMediaQuery('(min-width: 80rem)') ? 4 : 2;
  const shown = late.slice(0, beside ? room / 2 : room);
  const more = late.length - shown.length;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <BellRing size={16} aria-hidden className="shrink-0" />
      <span className="font-medium">{t('calledOut')}</span>
      {shown.map((clock) => (
        <Button
          key={idOf(clock)}
          className="max-w-56 min-w-0 !px-2"
          aria-label={t('goTo', { clock: words.name(clock) })}
          onClick={() => runKey(keyOf(clock))}
        >
          <span className="truncate">{words.name(clock)}</span>
          <DueTime due={clock} words={(_look, time) => time} />
        </Button>
      ))}
      {more === 0 ? null : (
        <Button
          variant="quiet"
          className="figures shrink-0 !px-1.5"
          aria-label={t('moreOverdue', { count: more })}
          onClick={() => runKey('show-clocks')}
        >
          {t('moreOverdueShort', { count: more })}
        </Button>
      )}
    </div>
  );
};
