import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../live/command-problem.ts';
import { SayDialog } from './say-dialog.tsx';

type Props = {
  title: string;
  description?: string;
  button: string;
  blocked: string | undefined;
  busy: boolean;
  problem: CommandProblem | null;
  onSubmit: (reason: string) => void;
  onClose: () => void;
};

/** For a decision that takes a reason; it stays open until the server has taken it. */
export const DecisionDialog = ({ problem, onSubmit, ...rest }: Props) => {
  const t = useTranslations('common');
  return (
    <SayDialog
      {...rest}
      label={t('reason')}
      missing={t('reasonMissing')}
      problem={problem}
      fault={problem?.faultOf('reason')}
      onSay={onSubmit}
    />
  );
};
