import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { Countdown } from '../../ui/countdown.tsx';
import { PersonName, useActorNames } from '../../widgets/person.tsx';
import { Ago, Timer, useNow } from '../../widgets/times.tsx';

/** Who has it, how long it may take, and since when it is where it is. */
export const CardTimes = ({ mitigation }: { mitigation: Mitigation }) => (
  <p className="flex flex-wrap items-center gap-x-1.5 text-dense text-text-2">
    <Whose mitigation={mitigation} />
    <span aria-hidden="true">·</span>
    <HowLong mitigation={mitigation} />
  </p>
);

const Whose = ({ mitigation: { plan, started, proposedBy, uncoordinated } }: { mitigation: Mitigation }) => {
  const t = useTranslations('mitigations');
  const actor = useActorNames();
  const id = started?.executor ?? plan.owner;
  if (id !== undefined) return <PersonName id={id} />;
  return <span>{uncoordinated === undefined ? t('proposedBy', { name: actor(proposedBy) }) : t('noOwner')}</span>;
};

const HowLong = ({ mitigation }: { mitigation: Mitigation }) => {
  const t = useTranslations('mitigations');
  const { status, plan, statusSince } = mitigation;
  if (status === 'executing') return <Running mitigation={mitigation} />;
  return (
    <>
      {status === 'proposed' && plan.timeBox !== undefined ? (
        <>
          <span className="figures">{t('box', { time: minutes(plan.timeBox) })}</span>
          <span aria-hidden="true">·</span>
        </>
      ) : null}
      <Ago at={statusSince} />
    </>
  );
};

/** What is left of its time, else how long it has been going on; `bare` without words. */
export const Running = ({ mitigation, bare = false }: { mitigation: Mitigation; bare?: boolean }) => {
  const t = useTranslations('mitigations');
  const { plan, started, statusSince } = mitigation;
  const from = started?.at ?? statusSince;
  if (plan.timeBox !== undefined) return <TimeBox dueAt={from + plan.timeBox} ofMs={plan.timeBox} bare={bare} />;
  return (
    <span>
      {bare ? null : `${t('running')} `}
      <Timer from={from} className="text-text" />
    </span>
  );
};

const TimeBox = ({ dueAt, ofMs, bare }: { dueAt: number; ofMs: number; bare: boolean }) => {
  const t = useTranslations('mitigations');
  const now = useNow();
  return (
    <span>
      <Countdown dueAt={dueAt} now={now} ofMs={ofMs} />
      {now < dueAt && !bare ? ` ${t('inBox')}` : null}
    </span>
  );
};

const minutes = (ms: number): string => `${Math.round(ms / 60_000)} m`;
