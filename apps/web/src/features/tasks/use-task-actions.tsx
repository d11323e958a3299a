import type { Incident } from '@sitrep/shared/incidents/state';
import type { Task } from '@sitrep/shared/tasks/state';
import { Ban, Check, CircleX, Clock3, ListChecks, RotateCcw, UserRoundPen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { EndDialog, type Ending } from './end-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { useTaskRights, type TaskRights } from './rights.ts';

type Opened = Ending | 'reassign';

export type TaskActions = {
  readonly rights: TaskRights;
  readonly items: readonly MenuItem[];
  readonly acknowledge: () => void;
  readonly finish: () => void;
  readonly giveUp: () => void;
  readonly dialog: ReactNode;
};

/** What can be done with a task as it stands, and the dialogs that this takes. */
export const useTaskActions = (incident: Incident, task: Task): TaskActions => {
  const t = useTranslations('tasks.menu');
  const [opened, setOpened] = useState<Opened>();
  const rights = useTaskRights(incident, task);
  const acknowledging = useCommand('task.acknowledge');
  const extending = useCommand('task.extend');
  const reopening = useCommand('task.reopen');
  const target = { incidentId: incident.id, taskId: task.id };
  const acknowledge = (): void => acknowledging.mutate(target);
  const item = (
    id: string,
    label: string,
    icon: ReactNode,
    blocked: string | undefined,
    onSelect: () => void,
  ): MenuItem => ({ id, label, icon, blocked, onSelect });
  const reopen = item('reopen', t('reopen'), <RotateCcw size={16} aria-hidden />, rights.change, () =>
    reopening.mutate(target),
  );
  const open: readonly MenuItem[] = [
    ...(task.acknowledgedAt === undefined && rights.acknowledge === undefined
      ? [item('acknowledge', t('acknowledge'), <Check size={16} aria-hidden />, undefined, acknowledge)]
      : []),
    item('done', t('done'), <ListChecks size={16} aria-hidden />, rights.end, () => setOpened('done')),
    item('cannot', t('cannot'), <CircleX size={16} aria-hidden />, rights.end, () => setOpened('cannot')),
    {
      ...item('extend', t('extend'), <Clock3 size={16} aria-hidden />, rights.change, () => extending.mutate(target)),
      section: '',
    },
    item('reassign', t('reassign'), <UserRoundPen size={16} aria-hidden />, rights.change, () => setOpened('reassign')),
    item('cancel', t('cancel'), <Ban size={16} aria-hidden />, rights.cancel, () => setOpened('cancel')),
  ];
  const onClose = (): void => setOpened(undefined);
  return {
    rights,
    items: task.status === 'open' ? open : [reopen],
    acknowledge,
    finish: () => setOpened('done'),
    giveUp: () => setOpened('cannot'),
    dialog:
      opened === undefined ? null : opened === 'reassign' ? (
        <ReassignDialog incident={incident} task={task} blocked={rights.change} onClose={onClose} />
      ) : (
        <EndDialog
          as={opened}
          incidentId={incident.id}
          task={task}
          blocked={opened === 'cancel' ? rights.cancel : rights.end}
          onClose={onClose}
        />
      ),
  };
};
