import type { OpenTask, Task } from '@sitrep/shared/tasks/state';
import { Check, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePerson } from '../../live/react.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import { Ago, useNow } from '../../widgets/times.tsx';
import { isLongUnacknowledged } from './arrange.ts';

/** Whose it is, whether they know, and how long it may still take. */
export const OpenLine = ({ task }: { task: OpenTask }) => {
  const common = useTranslations('common');
  const now = useNow();
  const name = usePerson(task.assignee)?.name ?? common('somebody');
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 text-dense">
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5">
        <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
          <Avatar name={name} size={16} />
          <span className="truncate">{name}</span>
        </span>
        <Acknowledgement task={task} now={now} />
      </span>
      {task.dueAt === undefined ? null : <Countdown dueAt={task.dueAt} now={now} ofMs={task.dueAt - task.assignedAt} />}
    </span>
  );
};

const Acknowledgement = ({ task, now }: { task: OpenTask; now: number }) => {
  const t = useTranslations('tasks');
  if (task.acknowledgedAt === undefined && isLongUnacknowledged(task, now)) {
    return (
      <span className="shrink-0">
        <Badge tone="warn">{t('unacknowledged')}</Badge>
      </span>
    );
  }
  const [Sign, label] =
    task.acknowledgedAt === undefined ? [CircleDashed, t('unacknowledged')] : [Check, t('acknowledged')];
  return (
    <span title={label} className="shrink-0 text-text-2">
      <Sign size={14} aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  );
};

/** How it ended, when, and what came of it. */
export const EndedLine = ({ task }: { task: Exclude<Task, { status: 'open' }> }) => {
  const t = useTranslations('tasks');
  const actor = useActorNames();
  const said = task.status === 'done' ? task.result : task.reason;
  return (
    <span className="text-dense [overflow-wrap:anywhere] text-text-2">
      {t(`endedAs.${task.status}`)}
      {said === undefined ? null : `: ${said}`}
      <span className="text-meta">
        {' · '}
        {actor(task.endedBy)}, <Ago at={task.endedAt} />
      </span>
    </span>
  );
};
