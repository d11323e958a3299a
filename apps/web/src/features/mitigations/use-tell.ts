import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { useCallback } from 'react';
import type { CommandDraft } from '../../live/command-draft.ts';
import type { CommandProblem } from '../../live/command-problem.ts';
import { useCommand } from '../../live/use-command.ts';
import { showToast } from '../../ui/toast.ts';
import { useProblemWords } from '../../widgets/problem.tsx';

type Done = (() => void) | undefined;

/** Sends, and says aloud what is refused: the place that it was sent from may be gone by then. */
export const useTell = <T extends CommandType>(type: T): ((draft: CommandDraft<T>, done?: Done) => void) => {
  const { mutateAsync } = useCommand(type);
  const words = useProblemWords();
  return useCallback(
    (draft, done) => {
      mutateAsync(draft).then(done, (problem: CommandProblem) => showToast({ title: words(problem), tone: 'alarm' }));
    },
    [mutateAsync, words],
  );
};
