import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CommandDraft } from './command-draft.ts';
import { CommandProblem } from './command-problem.ts';
import { newId } from './ids.ts';
import { useLiveClient } from './react.tsx';

/**
 * A command as a mutation. Optimistic ones show at once and resolve when accepted, however long that takes: clear the
 * form on `mutate`. Confirmed ones fail with `unavailable` when the server cannot be asked; trying the same again
 * reuses the id, so it cannot take effect twice.
 */
export const useCommand = <T extends CommandType>(
  type: T,
): UseMutationResult<CommandAnswer, CommandProblem, CommandDraft<T>> => {
  const { sendCommand } = useLiveClient();
  const unanswered = useRef<{ draft: string; commandId: string }>(undefined);
  return useMutation<CommandAnswer, CommandProblem, CommandDraft<T>>({
    networkMode: 'always',
    retry: 0,
    mutationFn: async (fields) => {
      const draft = JSON.stringify(fields);
      const commandId = unanswered.current?.draft === draft ? unanswered.current.commandId : newId();
      unanswered.current = undefined;
      try {
        return await sendCommand(type, fields, { commandId });
      } catch (error) {
        if (error instanceof CommandProblem && error.code === 'unavailable') unanswered.current = { draft, commandId };
        throw error;
      }
    },
  });
};
