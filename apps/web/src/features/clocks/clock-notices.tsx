import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { DueTime } from '../../widgets/due-time.tsx';
import { isPressing } from '../../widgets/due.ts';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { useNow } from '../../widgets/times.tsx';
import { AskedDialog, type Asked } from './asked-dialog.tsx';
import { NoticeRow } from './notice-row.tsx';
import { NoticeSummary } from './notice-summary.tsx';
import { useClockWords } from './use-clock-words.ts';
import { useClocks, type ClocksSeen } from './use-clocks.ts';
import { useLate } from './use-late.ts';

/** Under the header, whatever is on screen: what nobody has attended to in time. Still, so that it can be read. */
export const ClockNotices = (seen: ClocksSeen) => {
  const t = useTranslations('clocks');
  const clocks = useClocks(seen);
  const now = useNow(15_000);
  const wide = useMediaQuery('(min-width: 56.25rem)');
  const late = useLate(seen);
  const [asked, setAsked] = useState<Asked>();
  const acknowledge = clocks.find((clock) => clock.clock === 'acknowledge' && isPressing(clock, now));
  const escalated = seen.incident.status === 'resolved' ? undefined : seen.parts.clocks.escalated;
  const told = { seen, escalated, late };
  const silent = escalated === undefined && late.length === 0;
  return (
    <section aria-label={t('notices')}>
      {silent ? null : wide ? (
        <NoticeRow {...told} onStandDown={() => setAsked('stand-down')} />
      ) : (
        <NoticeSummary {...told} clocks={clocks} onAsk={setAsked} />
      )}
      {acknowledge === undefined ? null : <Acknowledge seen={seen} clock={acknowledge} />}
      <CalledOut seen={seen} late={late} />
      <AskedDialog incident={seen.incident} asked={asked} onClose={() => setAsked(undefined)} />
    </section>
  );
};

const Acknowledge = ({ seen: { incident }, clock }: { seen: ClocksSeen; clock: RunningClock }) => {
  const t = useTranslations('clocks');
  const { serverNow } = useLiveClient();
  const acknowledge = useCommand('incident.set-milestone');
  const blocked = useGate('incident.respond');
  const offered = useOffered('incident.respond');
  return (
    <div className="flex items-center gap-x-3 border-b border-border bg-surface px-3 py-1.5 room:px-4">
      <AlarmClock size={16} aria-hidden className="shrink-0" />
      <DueTime
        due={clock}
        words={(look, time) => t(look === 'over' ? 'acknowledgeOverdue' : 'acknowledgeWithin', { time })}
      />
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
    </div>
  );
};

/** Read out when it is called out. */
const CalledOut = ({ seen: { parts }, late }: { seen: ClocksSeen; late: readonly RunningClock[] }) => {
  const t = useTranslations('clocks');
  const words = useClockWords();
  return (
    <div aria-live="assertive" className="sr-only">
      {late.length === 0 ? null : (
        <p key={parts.clocks.calledOut?.at}>
          {t('calledOutAloud', { clocks: late.map((clock) => words.name(clock)).join(', ') })}
        </p>
      )}
    </div>
  );
};
