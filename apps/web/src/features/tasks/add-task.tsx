import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { TASK_LENGTH } from '@sitrep/shared/tasks/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { isComposing } from '../../ui/keys/composing.ts';
import { useMe } from '../../widgets/me.ts';
import { PersonField } from '../../widgets/person-field.tsx';
import { DEFAULT_TIME_BOX, TimeBoxField, timeBoxOf } from '../../widgets/time-box-field.tsx';

type Props = {
  incident: Incident;
  /** What stands in the field at first. */
  initial?: string;
  blocked: string | undefined;
  onGiven?: () => void;
  onClose: () => void;
};

/** What, who and for how long; stays open for the next one until somebody closes it. */
export const AddTask = ({ incident, initial = '', blocked, onGiven, onClose }: Props) => {
  const t = useTranslations('tasks');
  const me = useMe();
  const [text, setText] = useState(initial.slice(0, TASK_LENGTH));
  const [assignee, setAssignee] = useState<UserId | ''>(me.id);
  const [minutes, setMinutes] = useState(DEFAULT_TIME_BOX);
  const assign = useCommand('task.assign');
  return (
    <form
      aria-label={t('add')}
      className="mt-2 grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked !== undefined || text.trim() === '' || assignee === '') return;
        assign.mutate({ incidentId: incident.id, text, assignee, ...timeBoxOf(minutes) });
        setText('');
        onGiven?.();
      }}
    >
      <TextField
        label={t('addText')}
        hideLabel
        placeholder={t('addPlaceholder')}
        required
        maxLength={TASK_LENGTH}
        // Asked for by the button or the key.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
        }}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem_auto] gap-1.5">
        <PersonField incident={incident} label={t('who')} hideLabel value={assignee} onChange={setAssignee} />
        <TimeBoxField value={minutes} onChange={setMinutes} hideLabel />
        <Button type="submit" blocked={blocked}>
          {t('addButton')}
        </Button>
      </div>
    </form>
  );
};
