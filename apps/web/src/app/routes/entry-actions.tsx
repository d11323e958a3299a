import { useCallback, type ReactNode } from 'react';
import { useEntryTasks } from '../../features/tasks/use-entry-tasks.tsx';
import { useEvidence } from '../../features/hypotheses/use-evidence.tsx';
import { EntryActionsProvider, type EntryActions as EntryActionsOf } from '../../features/timeline/entry-actions.ts';
import type { RoomSeen } from './room-seen.ts';
import { useEntryText } from './use-entry-text.ts';

type Props = Pick<RoomSeen, 'incident' | 'parts'> & { children: ReactNode };

/** What the features of a room offer in the menu of each entry. */
export const EntryActions = ({ incident, parts, children }: Props) => {
  const { items: evidence, dialog: evidenceDialog } = useEvidence({ incident, parts }, useEntryText());
  const { items: tasks, dialog: tasksDialog } = useEntryTasks({ incident, parts });
  const items = useCallback<EntryActionsOf>((entry) => [...tasks(entry), ...evidence(entry)], [tasks, evidence]);
  return (
    <EntryActionsProvider value={items}>
      {children}
      {tasksDialog}
      {evidenceDialog}
    </EntryActionsProvider>
  );
};
