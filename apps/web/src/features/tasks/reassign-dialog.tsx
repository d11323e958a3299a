import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Task } from '@sitrep/shared/tasks/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useMe } from '../../widgets/me.ts';
import { couldDoIt, PersonField } from '../../widgets/person-field.tsx';
import { NO_END, TimeBoxField, timeBoxOf } from '../../widgets/time-box-field.tsx';

type Props = { incident: Incident; task: Task; blocked: string | undefined; onClose: () => void };

const AS_IT_IS = 'as-it-is';

export const ReassignDialog = ({ incident, task, blocked, onClose }: Props) => {
  const t = useTranslations('tasks');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const first = task.assignee === me.id ? couldDoIt(people, incident).find(({ id }) => id !== me.id)?.id : me.id;
  const [assignee, setAssignee] = useState<UserId | ''>(first ?? '');
  const [time, setTime] = useState(AS_IT_IS);
  const reassign = useCommand('task.reassign');
  const timeBox = time === AS_IT_IS ? {} : time === NO_END ? { dueAt: null } : timeBoxOf(time);
  return (
    <Dialog
      title={t('reassignDialog.title', { name: t('number', { number: task.number }) })}
      description={task.text}
      size="small"
      onClose={onClose}
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked !== undefined || assignee === '') return;
          reassign.mutate({ incidentId: incident.id, taskId: task.id, assignee, ...timeBox });
          onClose();
        }}
      >
        <div className="grid grid-cols-2 gap-3">
          <PersonField
            incident={incident}
            label={t('who')}
            value={assignee}
            onChange={setAssignee}
            without={task.assignee}
          />
          <TimeBoxField value={time} onChange={setTime}>
            <option value={AS_IT_IS}>{t('reassignDialog.keepTime')}</option>
          </TimeBoxField>
        </div>
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" blocked={blocked}>
            {t('reassignDialog.button')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
