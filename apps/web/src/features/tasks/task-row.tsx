import type { Incident } from '@sitrep/shared/incidents/state';
import type { Task } from '@sitrep/shared/tasks/state';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { RowMenu } from '../../ui/row-menu.tsx';
import { NewDot, Tint, useFreshness } from '../../widgets/change-mark.tsx';
import { useMe } from '../../widgets/me.ts';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { useNow } from '../../widgets/times.tsx';
import { isOverdue } from './arrange.ts';
import { EndedLine, OpenLine } from './task-lines.tsx';
import { useTaskActions, type TaskActions } from './use-task-actions.tsx';

type Props = { incident: Incident; task: Task; editable: boolean };

export const TaskRow = ({ incident, task, editable }: Props) => {
  const t = useTranslations('tasks');
  const text = useId();
  const me = useMe();
  const name = t('number', { number: task.number });
  const actions = useTaskActions(incident, task);
  const fresh = useFreshness(`${incident.id}/task/${task.id}`, task.change);
  const asked = editable && task.status === 'open' && task.assignee === me.id;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-task={task.number}
      tabIndex={-1}
      aria-labelledby={text}
      className="relative isolate -mx-2 grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-start rounded-m py-1 pl-2 hover:bg-raised/60"
      onPointerLeave={fresh.see}
      onBlur={fresh.see}
    >
      {fresh.isFresh && fresh.at !== undefined ? <Tint at={fresh.at} /> : null}
      {fresh.isNew ? <NewDot className="top-1 left-0" /> : null}
      <TaskNumber task={task} name={name} />
      <div className="grid min-w-0 gap-0.5">
        <p
          id={text}
          dir="auto"
          className={classNames('[overflow-wrap:anywhere]', task.status !== 'open' && 'text-text-2')}
        >
          {task.text}
        </p>
        {task.status === 'open' ? <OpenLine task={task} /> : <EndedLine task={task} />}
        <ThingDelivery incidentId={incident.id} id={task.id} />
        {asked ? <OwnButtons task={task} name={name} actions={actions} /> : null}
      </div>
      {editable ? <RowMenu label={t('actions', { name })} items={actions.items} className="mr-1" /> : null}
      {actions.dialog}
    </li>
  );
};

/** By itself, so that a second that goes by renders nothing else. */
const TaskNumber = ({ task, name }: { task: Task; name: string }) => {
  const t = useTranslations('tasks');
  const now = useNow();
  const overdue = task.status === 'open' && isOverdue(task, now);
  return (
    <span
      className={classNames(
        'figures pt-px font-mono text-dense',
        overdue ? 'font-semibold text-sev1-fg' : 'text-text-2',
      )}
    >
      {name}
      {overdue ? <span className="sr-only"> {t('overdue')}</span> : null}
    </span>
  );
};

/** What its owner is asked for next. */
const OwnButtons = ({ task, name, actions }: { task: Task; name: string; actions: TaskActions }) => {
  const t = useTranslations('tasks');
  const { acknowledge, finish, giveUp, rights } = actions;
  const small = '!min-h-6 !px-2 !py-0 !text-dense pointer-coarse:!min-h-11';
  return (
    <span className="mt-0.5 flex flex-wrap gap-1.5">
      {task.acknowledgedAt === undefined ? (
        <Button
          data-acknowledge=""
          variant="primary"
          className={small}
          blocked={rights.acknowledge}
          aria-label={t('acknowledgeOf', { name })}
          onClick={acknowledge}
        >
          {t('acknowledge')}
        </Button>
      ) : (
        <Button className={small} blocked={rights.end} aria-label={t('doneOf', { name })} onClick={finish}>
          {t('done')}
        </Button>
      )}
      <Button
        variant="quiet"
        className={small}
        blocked={rights.end}
        aria-label={t('cannotOf', { name })}
        onClick={giveUp}
      >
        {t('cannot')}
      </Button>
    </span>
  );
};
