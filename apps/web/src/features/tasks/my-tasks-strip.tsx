import type { Incident } from '@sitrep/shared/incidents/state';
import type { OpenTask } from '@sitrep/shared/tasks/state';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { useOffered } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { useNow } from '../../widgets/times.tsx';
import { askedOf, isOverdue } from './arrange.ts';
import type { Seen } from './seen.ts';
import { useTaskActions } from './use-task-actions.tsx';

/** What the viewer is asked to do, above everything else; nothing where that is nothing. */
export const MyTasksStrip = ({ incident, parts, className }: Seen & { className?: string }) => {
  const me = useMe();
  const offered = useOffered('incident.respond') && incident.status !== 'closed';
  const [first, ...more] = askedOf(parts.tasks.items, me.id);
  if (first === undefined || !offered) return null;
  return <Strip key={first.id} incident={incident} task={first} more={more.length} className={className} />;
};

type StripProps = { incident: Incident; task: OpenTask; more: number; className: string | undefined };

const Strip = ({ incident, task, more, className }: StripProps) => {
  const t = useTranslations('tasks');
  const now = useNow();
  const name = t('number', { number: task.number });
  const { acknowledge, finish, rights, dialog } = useTaskActions(incident, task);
  const waits = task.acknowledgedAt === undefined;
  const overdue = isOverdue(task, now);
  return (
    <section
      aria-label={t('strip')}
      className={classNames(
        'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 bg-surface py-1.5',
        overdue ? 'border-sev1-fg' : 'border-border-strong',
        className,
      )}
    >
      <span className="grid min-w-0">
        <span
          className="line-clamp-1 [overflow-wrap:anywhere] font-medium xl:line-clamp-2"
          title={task.text}
          dir="auto"
        >
          {task.text}
        </span>
        <span className="flex min-w-0 items-center gap-1.5 text-dense text-text-2">
          <span className="figures font-mono">{name}</span>
          {task.dueAt === undefined ? null : (
            <Countdown dueAt={task.dueAt} now={now} ofMs={task.dueAt - task.assignedAt} />
          )}
          {more === 0 ? null : <span className="figures truncate">{t('stripMore', { count: more })}</span>}
        </span>
      </span>
      {waits ? (
        <Button
          variant="primary"
          blocked={rights.acknowledge}
          aria-label={t('acknowledgeOf', { name })}
          onClick={acknowledge}
        >
          {t('acknowledge')}
        </Button>
      ) : (
        <Button blocked={rights.end} aria-label={t('doneOf', { name })} onClick={finish}>
          {t('done')}
        </Button>
      )}
      {dialog}
    </section>
  );
};
