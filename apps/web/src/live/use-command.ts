import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
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

type AnyDraft = { readonly type: CommandType; readonly command: Readonly<Record<string, unknown>> };

/** Like `useCommand`, for whoever learns only with the draft which command it is. */
export const useAnyCommand = (): UseMutationResult<CommandAnswer, CommandProblem, AnyDraft> => {
  const { sendCommand } = useLiveClient();
  const senders = useRef(new Map<CommandType, (draft: never) => Promise<CommandAnswer>>());
  return useMutation<CommandAnswer, CommandProblem, AnyDraft>({
    networkMode: 'always',
    retry: 0,
    mutationFn: ({ type, command }) => {
      const known = senders.current.get(type);
      const send = known ?? withSameIdOnRetry(sendCommand, type);
      if (known === undefined) senders.current.set(type, send);
      return send(command as never);
    },
  });
};
