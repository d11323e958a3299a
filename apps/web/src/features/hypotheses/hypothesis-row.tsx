import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import { CircleCheck } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { usePerson } from '../../live/react.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { NewDot, Tint, useFreshness } from '../../widgets/change-mark.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { Ago, useNow } from '../../widgets/times.tsx';
import { EvidenceList } from './evidence-list.tsx';
import type { Seen, TextOf } from './seen.ts';
import { useRowActions } from './use-row-actions.tsx';

type Props = { seen: Seen; hypothesis: Hypothesis; textOf: TextOf; editable: boolean };

export const HypothesisRow = ({ seen: { incident, entries }, hypothesis, textOf, editable }: Props) => {
  const t = useTranslations('hypotheses');
  const text = useId();
  const { id, number, statusSince, statusBy } = hypothesis;
  const name = t('number', { number });
  const actions = useRowActions(incident, hypothesis);
  const fresh = useFreshness(`${incident.id}/hypothesis/${id}`, { at: statusSince, by: statusBy });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-hypothesis={id}
      tabIndex={-1}
      aria-labelledby={text}
      className="relative isolate -mx-2 grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-start rounded-m py-1 pl-2 hover:bg-raised/60"
      onPointerLeave={fresh.see}
      onBlur={fresh.see}
    >
      {fresh.isFresh && fresh.at !== undefined ? <Tint at={fresh.at} /> : null}
      {fresh.isNew ? <NewDot className="top-1 left-0" /> : null}
      <span className="figures pt-px font-mono text-dense text-text-2">{name}</span>
      <p id={text} dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {hypothesis.text}
      </p>
      <div className="flex items-center gap-1 pr-2 pl-1 pointer-coarse:-my-2.5">
        {editable && hypothesis.status === 'open' ? (
          <Button
            className="!min-h-6 !px-1.5 !py-0 !text-dense pointer-coarse:!min-h-11 pointer-coarse:!px-3"
            blocked={actions.testBlocked}
            aria-label={t('testOf', { name })}
            onClick={actions.test}
          >
            {t('test')}
          </Button>
        ) : null}
        {editable ? <RowMenu label={t('actions', { name })} items={actions.items} /> : null}
      </div>
      <div className="col-span-2 col-start-2 grid min-w-0 gap-0.5 pr-2">
        <Standing hypothesis={hypothesis} />
        <ThingDelivery incidentId={incident.id} id={id} />
        <EvidenceList
          incidentId={incident.id}
          hypothesis={hypothesis}
          entries={entries}
          textOf={textOf}
          editable={editable}
        />
      </div>
      {actions.dialog}
    </li>
  );
};

/** Who tests what for how long; what was concluded; or who suspects it. */
const Standing = ({ hypothesis }: { hypothesis: Hypothesis }) => {
  const actor = useActorNames();
  switch (hypothesis.status) {
    case 'testing':
      return <Testing test={hypothesis.test} />;
    case 'confirmed':
    case 'ruled-out':
      return <Concluded hypothesis={hypothesis} />;
    case 'open':
    case 'withdrawn':
      return (
        <span className="truncate text-meta text-text-2">
          {actor(hypothesis.suggestedBy)}, <Ago at={hypothesis.suggestedAt} />
        </span>
      );
  }
};

const Testing = ({ test }: { test: NonNullable<Hypothesis['test']> }) => {
  const common = useTranslations('common');
  const now = useNow();
  const name = usePerson(test.tester)?.name ?? common('somebody');
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 text-dense">
      <span className="flex min-w-0 items-start gap-1.5">
        <Avatar name={name} size={20} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-medium">{name}:</span> <span className="text-text-2">{test.check}</span>
        </span>
      </span>
      {test.until === undefined ? null : <Countdown dueAt={test.until} now={now} ofMs={test.until - test.since} />}
    </span>
  );
};

type ConcludedHypothesis = Extract<Hypothesis, { conclusion: string }>;

const Concluded = ({
  hypothesis: { status, conclusion, statusBy, statusSince },
}: {
  hypothesis: ConcludedHypothesis;
}) => {
  const t = useTranslations('hypotheses');
  const actor = useActorNames();
  return (
    <>
      <span className="text-dense text-text-2 [overflow-wrap:anywhere]">{conclusion}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-meta text-text-2">
        {status === 'confirmed' ? (
          <Badge tone="ok">
            <CircleCheck size={12} aria-hidden />
            {t('confirmed')}
          </Badge>
        ) : null}
        <span className="min-w-0 truncate">
          {actor(statusBy)}, <Ago at={statusSince} />
        </span>
      </span>
    </>
  );
};
