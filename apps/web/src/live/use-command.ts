import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CommandDraft } from './command-draft.ts';
import type { CommandProblem } from './command-problem.ts';
import { useLiveClient } from './react.tsx';
import { withSameIdOnRetry } from './same-id-on-retry.ts';

/**
 * A command as a mutation. Optimistic ones show at once and resolve when accepted, however long that takes: clear the
 * form on `mutate`. Confirmed ones fail with `unavailable` when the server cannot be asked; trying the same again
 * reuses the id, so it cannot take effect twice.
 */
export const useCommand = <T extends CommandType>(
  type: T,
): UseMutationResult<CommandAnswer, CommandProblem, CommandDraft<T>> => {
  const { sendCommand } = useLiveClient();
  const send = useMemo(() => withSameIdOnRetry(sendCommand, type), [sendCommand, type]);
  return useMutation<CommandAnswer, CommandProblem, CommandDraft<T>>({
    networkMode: 'always',
    retry: 0,
    mutationFn: (draft) => send(draft),
  });
};
