import { Plus } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../ui/button.tsx';
import { useKeyHint, useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { rowKeys } from '../../ui/row-keys.ts';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { usePast } from '../../widgets/past.ts';
import { QuickEntryHint } from '../../widgets/quick-entry-hint.tsx';
import { AddTask } from './add-task.tsx';
import { arrangeTasks } from './arrange.ts';
import { useLeadsTasks } from './rights.ts';
import type { Seen } from './seen.ts';
import { TaskRow } from './task-row.tsx';

/** Enter acknowledges what waits for that, and else opens what can be done. */
const ROWS = rowKeys('li[data-task]', '[data-acknowledge], [aria-haspopup="menu"]');

/** Who does what, until when. */
export const TasksPanel = ({ incident, parts }: Seen) => {
  const t = useTranslations('tasks');
  const panel = useRef<HTMLDivElement>(null);
  const endedList = useId();
  const [adding, setAdding] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const me = useMe();
  const leads = useLeadsTasks(incident);
  const { open, ended } = arrangeTasks(parts.tasks.items, { me: me.id, leads });
  const blocked = useWritingGate('incident.respond');
  const editable = useOffered('incident.respond') && incident.status !== 'closed';
  const past = usePast() !== undefined;
  const key = useKeyHint('show-tasks');
  useKeys([
    {
      id: 'show-tasks',
      run: () => {
        const row = ROWS.firstIn(panel.current);
        if (row !== null) row.focus();
        else if (editable) setAdding(true);
        else panel.current?.focus();
      },
    },
  ]);
  const closeForm = (): void => {
    setAdding(false);
    // What had the focus goes with the form.
    (ROWS.firstIn(panel.current) ?? panel.current)?.focus();
  };
  const row = (task: (typeof open)[number] | (typeof ended)[number]) => (
    <TaskRow key={task.id} incident={incident} task={task} editable={editable} />
  );
  return (
    <Panel
      title={t('title')}
      actions={
        editable ? (
          <IconButton
            label={t('add')}
            title={key === undefined ? t('add') : `${t('add')} (${key})`}
            blocked={blocked}
            aria-expanded={adding}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(!adding)}
          />
        ) : null
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={panel} tabIndex={-1} onKeyDown={ROWS.onKeyDown}>
        {open.length + ended.length === 0 ? <Empty past={past || !editable} /> : null}
        <ul aria-label={t('title')} className="grid gap-1">
          {open.map(row)}
        </ul>
        {ended.length === 0 ? null : (
          <>
            <Button
              variant="quiet"
              className="-ml-1.5 !px-1.5 !text-dense"
              aria-expanded={unfolded}
              aria-controls={endedList}
              onClick={() => setUnfolded(!unfolded)}
            >
              {t('ended', { count: ended.length })}
            </Button>
            <ul id={endedList} hidden={!unfolded} className="grid gap-1">
              {unfolded ? ended.map(row) : null}
            </ul>
          </>
        )}
      </div>
      {editable && adding ? <AddTask incident={incident} blocked={blocked} onClose={closeForm} /> : null}
    </Panel>
  );
};

const Empty = ({ past }: { past: boolean }) => {
  const t = useTranslations('tasks');
  if (past) return <p className="text-text-2">{t('emptyPast')}</p>;
  return (
    <p className="text-text-2">
      {t('empty')} <QuickEntryHint line={t('emptyCommand')} />
    </p>
  );
};
