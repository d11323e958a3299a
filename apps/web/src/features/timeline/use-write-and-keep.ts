import type { EntryId } from '@sitrep/shared/kernel/ids';
import { useCallback } from 'react';
import type { CommandDraft } from '../../live/command-draft.ts';
import { newId } from '../../live/ids.ts';
import { useLiveClient } from '../../live/react.tsx';

/** What is refused stays among what is unsent, and says so there. */
const saidElsewhere = (): void => {};

/** A note, and what it keeps for later: two commands in this order, taken back together. */
export const useWriteAndKeep = (): ((note: CommandDraft<'timeline.add-entry'>, later: string) => void) => {
  const { sendCommand } = useLiveClient();
  return useCallback(
    (note, later) => {
      const commandId = newId();
      const entryId = newId() as EntryId;
      const { incidentId } = note;
      sendCommand('timeline.add-entry', { ...note, entryId }, { commandId }).catch(saidElsewhere);
      const kept = { incidentId, entryId, text: later };
      sendCommand('follow-up.keep', kept, { partOf: commandId }).catch(saidElsewhere);
    },
    [sendCommand],
  );
};
