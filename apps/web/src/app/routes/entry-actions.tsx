import type { ReactNode } from 'react';
import { useEvidence } from '../../features/hypotheses/use-evidence.tsx';
import { EntryActionsProvider } from '../../features/timeline/entry-actions.ts';
import type { RoomSeen } from './room-seen.ts';
import { useEntryText } from './use-entry-text.ts';

type Props = Pick<RoomSeen, 'incident' | 'parts'> & { children: ReactNode };

/** What the features of a room offer in the menu of each entry. */
export const EntryActions = ({ incident, parts, children }: Props) => {
  const evidence = useEvidence({ incident, parts }, useEntryText());
  return (
    <EntryActionsProvider value={evidence.items}>
      {children}
      {evidence.dialog}
    </EntryActionsProvider>
  );
};
