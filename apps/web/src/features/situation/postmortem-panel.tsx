import type { Incident } from '@sitrep/shared/incidents/state';
import type { Situation } from '@sitrep/shared/situation/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { fromLocalInput, localClock, localDay, localInput } from '../../widgets/time-format.ts';
import { useRespond } from './use-respond.ts';

type Props = { incident: Incident; situation: Situation };

/** Once it is resolved: when it is talked over. */
export const PostmortemPanel = ({ incident, situation: { postmortem } }: Props) => {
  const t = useTranslations('situation.postmortem');
  const { gate, offered } = useRespond(incident);
  const over = incident.status === 'resolved' || incident.status === 'closed';
  // What was no incident of its own is not talked over by itself.
  const apart = incident.status !== 'closed' || incident.closure.kind === 'completed';
  if (postmortem === undefined && !(over && apart)) return null;
  return (
    <Panel title={t('title')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {postmortem === undefined ? (
          <p className="text-text-2">{t('none')}</p>
        ) : (
          <time dateTime={new Date(postmortem.meetsAt).toISOString()} className="figures">
            {`${localDay(postmortem.meetsAt)} ${localClock(postmortem.meetsAt)}`}
          </time>
        )}
        {offered && over ? (
          <Popover
            label={t('schedule')}
            trigger={t(postmortem === undefined ? 'scheduleShort' : 'move')}
            button={{ blocked: gate }}
            className="w-72"
          >
            {({ close }) => <PostmortemForm incident={incident} meetsAt={postmortem?.meetsAt} onDone={close} />}
          </Popover>
        ) : null}
      </div>
    </Panel>
  );
};

type FormProps = { incident: Incident; meetsAt: number | undefined; onDone: () => void };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const PostmortemForm = ({ incident, meetsAt, onDone }: FormProps) => {
  const t = useTranslations('situation.postmortem');
  const common = useTranslations('common');
  const { serverNow } = useLiveClient();
  const [value, setValue] = useState(() =>
    localInput(meetsAt ?? Math.ceil((serverNow() + DAY_MS) / HOUR_MS) * HOUR_MS),
  );
  const schedule = useCommand('situation.schedule-postmortem');
  const { gate } = useRespond(incident);
  const at = fromLocalInput(value);
  return (
    <form
      className="grid gap-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== undefined && gate === undefined)
          schedule.mutate({ incidentId: incident.id, meetsAt: at }, { onSuccess: onDone });
      }}
    >
      <TextField
        label={t('meetsAt')}
        hint={t('meetsAtHint')}
        type="datetime-local"
        required
        value={value}
        onChange={(event) => setValue(event.target.value)}
        error={schedule.error?.faultOf('meetsAt')}
      />
      <ProblemLine problem={schedule.error?.faultOf('meetsAt') === undefined ? schedule.error : null} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={schedule.isPending} blocked={gate}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
};
