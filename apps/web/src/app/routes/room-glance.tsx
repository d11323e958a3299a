import { newest } from '@sitrep/shared/rooms/brief';
import { isOpenTask, type OpenTask } from '@sitrep/shared/tasks/state';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { runKey } from '../../ui/keys/bound.ts';
import { usePast } from '../../widgets/past.ts';
import { Age, useNow } from '../../widgets/times.tsx';
import type { RoomSeen } from './room-seen.ts';

/** Id of the exit criteria. */
export const CRITERIA = 'exit-criteria';

const showCriteria = (): void => document.getElementById(CRITERIA)?.scrollIntoView({ block: 'nearest' });

/** Of what may be scrolled away: how much there is of it, what is due first, and the way there. */
export const RoomGlance = ({ parts, entries }: RoomSeen) => {
  const t = useTranslations('incident.glance');
  const past = usePast();
  const { hypotheses, tasks, situation } = parts;
  const suspected = hypotheses.items.filter(({ status }) => status === 'open' || status === 'testing').length;
  const open = useMemo(() => tasks.items.filter(isOpenTask).toSorted(byDue), [tasks]);
  const change = useMemo(() => newest(entries, ({ kind }) => kind === 'change'), [entries]);
  const { criteria } = situation;
  const [first] = open;
  const met = criteria.filter((criterion) => criterion.met !== undefined).length;
  const empty = suspected === 0 && first === undefined && change === undefined && criteria.length === 0;
  if (past !== undefined || empty) return null;
  return (
    <nav aria-label={t('label')} className="-mx-1.5 -my-1 flex flex-wrap max-xl:hidden">
      {first === undefined ? null : (
        <Part onGo={() => runKey('show-tasks')}>
          {t('tasks', { count: open.length })}
          <TaskDue task={first} />
        </Part>
      )}
      {suspected === 0 ? null : (
        <Part onGo={() => runKey('show-hypotheses')}>{t('hypotheses', { count: suspected })}</Part>
      )}
      {criteria.length === 0 ? null : <Part onGo={showCriteria}>{t('criteria', { met, all: criteria.length })}</Part>}
      {change === undefined ? null : (
        <a
          href={`#entry-${change.id}`}
          className="target figures inline-flex items-center gap-1 rounded-m px-1.5 text-dense whitespace-nowrap text-text-2 hover:bg-raised hover:text-text"
        >
          {t('change')} <Age at={change.happenedAt} />
        </a>
      )}
    </nav>
  );
};

const byDue = (a: OpenTask, b: OpenTask): number => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity);

const Part = ({ onGo, children }: { onGo: () => void; children: ReactNode }) => (
  <Button variant="quiet" className="figures !px-1.5 !text-dense" onClick={onGo}>
    {children}
  </Button>
);

const TaskDue = ({ task: { dueAt, assignedAt } }: { task: OpenTask }) => {
  const now = useNow();
  if (dueAt === undefined) return null;
  return (
    <Countdown
      dueAt={dueAt}
      now={now}
      ofMs={dueAt - assignedAt}
      {...(dueAt <= now ? { className: 'text-sev1-fg!' } : {})}
    />
  );
};
