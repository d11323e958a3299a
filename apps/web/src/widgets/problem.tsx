import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { ProblemInfo } from '../live/command-problem.ts';
import { CommandProblem } from '../live/command-problem.ts';

/** What went wrong, as a sentence: the server's own where it spoke. */
export const useProblemWords = (): ((problem: ProblemInfo | Error) => string) => {
  const t = useTranslations('problems');
  return useCallback(
    (problem) => {
      if (problem instanceof Error && !(problem instanceof CommandProblem)) return t('internal');
      if (problem.detail !== '' && problem.code !== 'internal') return problem.detail;
      return t(problem.code);
    },
    [t],
  );
};

export const ProblemLine = ({ problem }: { problem: ProblemInfo | Error | null | undefined }) => {
  const words = useProblemWords();
  if (problem === null || problem === undefined) return null;
  return (
    <p role="alert" className="rounded-m border border-sev1-fg bg-sev1-bg px-3 py-2 text-sev1-fg">
      {words(problem)}
    </p>
  );
};
