import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../../../live/command-problem.ts';
import { IconButton } from '../../../ui/button.tsx';
import { useProblemWords } from '../../../widgets/problem.tsx';

/** Beside the control that was refused. */
export const InlineProblem = ({ problem, onDismiss }: { problem: CommandProblem | null; onDismiss: () => void }) => {
  const t = useTranslations('common');
  const words = useProblemWords();
  if (problem === null) return null;
  return (
    <span role="alert" className="inline-flex items-center gap-1 text-dense text-sev1-fg">
      {words(problem)}
      <IconButton label={t('dismiss')} icon={<X size={14} aria-hidden />} onClick={onDismiss} />
    </span>
  );
};
