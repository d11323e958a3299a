import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Task } from '@sitrep/shared/tasks/state';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { SayDialog } from '../../widgets/say-dialog.tsx';

export type Ending = 'done' | 'cannot' | 'cancel';

type Props = { as: Ending; incidentId: IncidentId; task: Task; blocked: string | undefined; onClose: () => void };

/** How a task ends: with what came of it, or why it does not go on. */
export const EndDialog = ({ as, incidentId, task, blocked, onClose }: Props) => {
  const t = useTranslations('tasks');
  const done = useCommand('task.done');
  const fail = useCommand('task.fail');
  const cancel = useCommand('task.cancel');
  const name = t('number', { number: task.number });
  const target = { incidentId, taskId: task.id };
  const submit = (text: string): void => {
    if (as === 'cannot') return fail.mutate({ ...target, reason: text });
    if (as === 'done') return done.mutate({ ...target, ...(text === '' ? {} : { result: text }) });
    cancel.mutate({ ...target, ...(text === '' ? {} : { reason: text }) });
  };
  return (
    <SayDialog
      oneLine
      title={t(`${as}Dialog.title`, { name })}
      label={t(`${as}Dialog.field`)}
      button={t(`${as}Dialog.button`)}
      {...(as === 'cannot' ? { missing: t('cannotDialog.missing') } : {})}
      description={task.text}
      blocked={blocked}
      onSay={(text) => {
        submit(text);
        onClose();
      }}
      onClose={onClose}
    />
  );
};
