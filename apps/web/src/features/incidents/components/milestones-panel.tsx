import type { Incident } from '@sitrep/shared/incidents/state';
import { MILESTONES, type Milestone } from '@sitrep/shared/incidents/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { useLiveClient } from '../../../live/react.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { fromLocalInput, localDay, localInput } from '../../../widgets/time-format.ts';
import { Clock } from '../../../widgets/times.tsx';

/** The times that figures are made of. They stay editable after closing: that is when they are looked at. */
export const MilestonesPanel = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.now');
  const words = useTranslations('words');
  const offered = useOffered('incident.respond', { holders: incident.roles });
  const gate = useGate('incident.respond', { holders: incident.roles });
  return (
    <Panel title={t('milestones')}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3">
        {MILESTONES.map((milestone) => {
          const at = incident.milestones[milestone];
          const shown = <MilestoneTime milestone={milestone} at={at} declaredAt={incident.declaredAt} />;
          return (
            <div key={milestone} className="contents">
              <dt className="text-text-2">{words(`milestone.${milestone}`)}</dt>
              <dd className="justify-self-end">
                {offered ? (
                  <Popover
                    label={t('setMilestone', { milestone: words(`milestone.${milestone}`) })}
                    popup="dialog"
                    trigger={shown}
                    button={{ variant: 'quiet', className: '!px-1.5', blocked: gate }}
                    className="w-72"
                  >
                    {({ close }) => <MilestoneForm incident={incident} milestone={milestone} onDone={close} />}
                  </Popover>
                ) : (
                  shown
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
};

type TimeProps = { milestone: Milestone; at: number | undefined; declaredAt: number };

const MilestoneTime = ({ milestone, at, declaredAt }: TimeProps) => {
  const t = useTranslations('incident.now');
  if (at === undefined) return <span className="text-text-2">{t(milestone === 'started' ? 'unknown' : 'notYet')}</span>;
  const day = localDay(at);
  return (
    <span className="figures text-text">
      {day === localDay(declaredAt) ? null : `${day} `}
      <Clock at={at} />
    </span>
  );
};

const MilestoneForm = ({
  incident,
  milestone,
  onDone,
}: {
  incident: Incident;
  milestone: Milestone;
  onDone: () => void;
}) => {
  const t = useTranslations('incident.now');
  const common = useTranslations('common');
  const words = useTranslations('words');
  const { serverNow } = useLiveClient();
  const [value, setValue] = useState(() => localInput(incident.milestones[milestone] ?? serverNow()));
  const set = useCommand('incident.set-milestone');
  const target = { incidentId: incident.id, milestone };
  const at = fromLocalInput(value);
  return (
    <form
      className="grid gap-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== undefined) set.mutate({ ...target, at }, { onSuccess: onDone });
      }}
    >
      <TextField
        label={words(`milestone.${milestone}`)}
        type="datetime-local"
        step={1}
        required
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <ProblemLine problem={set.error} />
      <div className="flex justify-end gap-2">
        {incident.milestones[milestone] === undefined ? null : (
          <Button onClick={() => set.mutate({ ...target, at: null }, { onSuccess: onDone })}>{t('clear')}</Button>
        )}
        <Button type="submit" variant="primary" busy={set.isPending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
};
