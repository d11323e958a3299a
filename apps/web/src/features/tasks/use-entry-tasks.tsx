import { FOLLOW_UP_LENGTH } from '@sitrep/shared/tasks/values';
import { CalendarClock, ListTodo } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../live/live-client.ts';
import { useCommand } from '../../live/use-command.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { AddTask } from './add-task.tsx';
import type { Seen } from './seen.ts';

type EntryTasks = {
  /** For the menu of an entry. Stays identical while nothing about it changes, since every row has one. */
  readonly items: (entry: RoomEntry) => readonly MenuItem[];
  readonly dialog: ReactNode;
};

const none: EntryTasks['items'] = () => [];
/** Without the sign that it was kept for later by. */
const asLine = (text: string): string =>
  text
    .replace(/^todo:/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** What somebody wrote becomes a task, or is kept for later. */
export const useEntryTasks = ({ incident, parts }: Seen): EntryTasks => {
  const t = useTranslations('tasks');
  const [giving, setGiving] = useState<string>();
  const { mutate: keep } = useCommand('follow-up.keep');
  const blocked = useWritingGate('incident.respond');
  const offered = useOffered('incident.respond') && incident.status !== 'closed';
  const { followUps } = parts.tasks;
  const keptEntries = useMemo(
    () => new Set(followUps.flatMap(({ entryId, dropped }) => (dropped === undefined ? [entryId] : []))),
    [followUps],
  );
  const items = useCallback(
    (entry: RoomEntry): readonly MenuItem[] => {
      if (entry.origin !== 'written') return [];
      const { id: entryId, text, retracted } = entry;
      const why = blocked ?? (retracted === undefined ? undefined : t('retracted'));
      return [
        {
          id: 'task',
          label: t('giveEntry'),
          icon: <ListTodo size={16} aria-hidden />,
          blocked: why,
          onSelect: () => setGiving(asLine(text)),
        },
        {
          id: 'follow-up',
          label: t('keepEntry'),
          icon: <CalendarClock size={16} aria-hidden />,
          blocked: why ?? (keptEntries.has(entryId) ? t('keptAlready') : undefined),
          onSelect: () => keep({ incidentId: incident.id, text: asLine(text).slice(0, FOLLOW_UP_LENGTH), entryId }),
        },
      ];
    },
    [t, blocked, keptEntries, keep, incident.id],
  );
  const close = (): void => setGiving(undefined);
  return {
    items: offered ? items : none,
    dialog:
      giving === undefined ? null : (
        <Dialog title={t('giveDialog.title')} size="small" onClose={close}>
          <AddTask incident={incident} initial={giving} blocked={blocked} onGiven={close} onClose={close} />
        </Dialog>
      ),
  };
};
