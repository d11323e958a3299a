import { userIdOf } from '@sitrep/shared/kernel/actor';
import { unattended } from '@sitrep/shared/rooms/clocks/call-outs';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { AlarmClock, BellRing, TrendingUp, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient, useSettings } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { runKey } from '../../ui/keys/bound.ts';
import { tipWhenCut } from '../../ui/tip-when-cut.ts';
import { DueTime } from '../../widgets/due-time.tsx';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { usePast } from '../../widgets/past.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { Ago, useNow } from '../../widgets/times.tsx';
import { idOf, isPressing, keyOf } from './clocks-view.ts';
import { StandDownDialog } from './escalate-dialog.tsx';
import { useClockWords, type ClockWords } from './use-clock-words.ts';
import { useClocks, type ClocksSeen } from './use-clocks.ts';

/** Under the header, whatever is on screen: what nobody has attended to in time. Still, so that it can be read. */
export const ClockNotices = (seen: ClocksSeen) => {
  const t = useTranslations('clocks');
  const clocks = useClocks(seen);
  const now = useNow(15_000);
  const acknowledge = clocks.find((clock) => clock.clock === 'acknowledge' && isPressing(clock, now));
  return (
    <section aria-label={t('notices')}>
      <Escalated {...seen} />
      {acknowledge === undefined ? null : <Acknowledge seen={seen} clock={acknowledge} />}
      <CalledOut {...seen} />
    </section>
  );
};

const TONES = {
  alarm: 'border-sev1-fg bg-sev1-bg text-sev1-fg',
  calm: 'border-border bg-surface',
} as const;

type BarProps = { tone: keyof typeof TONES; icon: LucideIcon; text: ReactNode; children?: ReactNode };

const Bar = ({ tone, icon: Icon, text, children }: BarProps) => (
  <div className={classNames('flex items-center gap-x-3 border-b px-3 py-1.5 room:px-4', TONES[tone])}>
    <div className={classNames('flex items-center gap-2', tone === 'alarm' ? 'min-w-0' : 'shrink-0')}>
      <Icon size={16} aria-hidden className="shrink-0" />
      <div className="min-w-0">{text}</div>
    </div>
    {children}
  </div>
);

const Escalated = ({ incident, parts }: ClocksSeen) => {
  const t = useTranslations('clocks');
  const words = useClockWords();
  const actor = useActorNames();
  const blocked = useGate('clock.defer', { holders: incident.roles });
  const offered = useOffered('incident.escalate');
  const [asked, setAsked] = useState(false);
  const { escalated } = parts.clocks;
  if (escalated === undefined || incident.status === 'resolved') return null;
  const { at, by, cause, reason = '' } = escalated;
  const said = cause === undefined ? reason : words.reason(cause);
  return (
    <Bar
      tone="alarm"
      icon={TrendingUp}
      text={
        <p {...tipWhenCut} className="line-clamp-2">
          <strong className="font-semibold">{t('escalatedFor', { reason: said })}</strong>{' '}
          <span className="text-text-2">
            {userIdOf(by) === undefined ? null : `${actor(by)}, `}
            <Ago at={at} />
          </span>
        </p>
      }
    >
      {offered ? (
        <Button className="shrink-0" blocked={blocked} onClick={() => setAsked(true)}>
          {t('standDown')}
        </Button>
      ) : null}
      {asked ? <StandDownDialog incident={incident} onClose={() => setAsked(false)} /> : null}
    </Bar>
  );
};

const Acknowledge = ({ seen: { incident }, clock }: { seen: ClocksSeen; clock: RunningClock }) => {
  const t = useTranslations('clocks');
  const { serverNow } = useLiveClient();
  const acknowledge = useCommand('incident.set-milestone');
  const blocked = useGate('incident.respond');
  const offered = useOffered('incident.respond');
  return (
    <Bar
      tone="calm"
      icon={AlarmClock}
      text={
        <DueTime
          due={clock}
          words={(look, time) => t(look === 'over' ? 'acknowledgeOverdue' : 'acknowledgeWithin', { time })}
        />
      }
    >
      {offered ? (
        <Button
          blocked={blocked}
          busy={acknowledge.isPending}
          onClick={() =>
            acknowledge.mutate({ incidentId: incident.id, milestone: 'acknowledged', at: Math.round(serverNow()) })
          }
        >
          {t('acknowledge')}
        </Button>
      ) : null}
      <ProblemLine problem={acknowledge.error} />
    </Bar>
  );
};

/** For commander and deputy: each overdue one leads to where it is attended to. */
const CalledOut = ({ incident, parts }: ClocksSeen) => {
  const t = useTranslations('clocks');
  const me = useMe();
  const past = usePast();
  const now = useNow(5_000);
  const { values } = useSettings();
  const words = useClockWords();
  const { commander, deputy } = incident.roles;
  if (past !== undefined || (commander !== me.id && deputy !== me.id)) return null;
  const late = unattended({ ...parts, incident }, values, now);
  return (
    <>
      {late.length === 0 ? null : <Overdue late={late} words={words} />}
      <div aria-live="assertive" className="sr-only">
        {late.length === 0 ? null : (
          <p key={parts.clocks.calledOut?.at}>
            {t('calledOutAloud', { clocks: late.map((clock) => words.name(clock)).join(', ') })}
          </p>
        )}
      </div>
    </>
  );
};

const Overdue = ({ late, words }: { late: readonly RunningClock[]; words: ClockWords }) => {
  const t = useTranslations('clocks');
  return (
    <Bar tone="calm" icon={BellRing} text={<span className="font-medium">{t('calledOut')}</span>}>
      <div className="flex min-w-0 items-center gap-2 p-1 max-room:overflow-x-auto room:flex-wrap">
        {late.map((clock) => (
          <Button
            key={idOf(clock)}
            className="max-w-64 shrink-0 !px-2"
            aria-label={t('goTo', { clock: words.name(clock) })}
            onClick={() => runKey(keyOf(clock))}
          >
            <span className="truncate">{words.name(clock)}</span>
            <DueTime due={clock} words={(_look, time) => time} />
          </Button>
        ))}
      </div>
    </Bar>
  );
};
