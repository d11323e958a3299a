import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { Countdown } from '../../ui/countdown.tsx';
import { PersonName, useActorNames } from '../../widgets/person.tsx';
import { Ago, Timer, useNow } from '../../widgets/times.tsx';

/** Who has it, and how long it takes, or may take. */
export const CardTimes = ({ mitigation }: { mitigation: Mitigation }) => (
  <p className="flex flex-wrap items-center gap-x-1.5 text-dense text-text-2">
    <Whose mitigation={mitigation} />
    <span aria-hidden="true">·</span>
    <HowLong mitigation={mitigation} />
  </p>
);

const Whose = ({ mitigation: { plan, started } }: { mitigation: Mitigation }) => {
  const t = useTranslations('mitigations');
  const id = started?.executor ?? plan.owner;
  return id === undefined ? <span>{t('noOwner')}</span> : <PersonName id={id} />;
};

const HowLong = ({ mitigation }: { mitigation: Mitigation }) => {
  const t = useTranslations('mitigations');
  const actor = useActorNames();
  const { status, plan, started, statusSince, proposedBy, proposedAt } = mitigation;
  if (status === 'executing' && started !== undefined) {
    return plan.timeBox === undefined ? (
      <span>
        {t('running')} <Timer from={started.at} className="text-text" />
      </span>
    ) : (
      <TimeBox dueAt={started.at + plan.timeBox} ofMs={plan.timeBox} />
    );
  }
  if (status !== 'proposed') return <Ago at={statusSince} />;
  return (
    <>
      <span>
        {t('proposedBy', { name: actor(proposedBy) })} <Ago at={proposedAt} />
      </span>
      {plan.timeBox === undefined ? null : (
        <>
          <span aria-hidden="true">·</span>
          <span className="figures">{t('box', { time: minutes(plan.timeBox) })}</span>
        </>
      )}
    </>
  );
};

const TimeBox = ({ dueAt, ofMs }: { dueAt: number; ofMs: number }) => {
  const t = useTranslations('mitigations');
  const now = useNow();
  return (
    <span>
      <Countdown dueAt={dueAt} now={now} ofMs={ofMs} {...(now >= dueAt ? { className: 'text-sev1-fg' } : {})} />
      {now < dueAt ? ` ${t('inBox')}` : null}
    </span>
  );
};

const minutes = (ms: number): string => `${Math.round(ms / 60_000)} m`;
