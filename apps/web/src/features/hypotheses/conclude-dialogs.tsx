import { CONCLUSION_LENGTH, HYPOTHESIS_LENGTH } from '@sitrep/shared/hypotheses/commands';
import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { SayDialog } from '../../widgets/say-dialog.tsx';

export type AboutProps = { incidentId: IncidentId; hypothesis: Hypothesis; onClose: () => void };

type Words = 'confirmDialog' | 'ruleOutDialog' | 'reopenDialog' | 'rewordDialog';

const useDialogWords = (of: Words, { number }: Hypothesis) => {
  const t = useTranslations('hypotheses');
  const name = t('number', { number });
  return {
    title: t(`${of}.title`, { name }),
    label: t(`${of}.field`),
    button: t(`${of}.button`),
    missing: t(`${of}.missing`),
  };
};

type ConcludeProps = AboutProps & { as: 'confirm' | 'rule-out' };

export const ConcludeDialog = ({ as, incidentId, hypothesis, onClose }: ConcludeProps) => {
  const words = useDialogWords(as === 'confirm' ? 'confirmDialog' : 'ruleOutDialog', hypothesis);
  const conclude = useCommand(`hypothesis.${as}`);
  const blocked = useGate('incident.respond');
  return (
    <SayDialog
      oneLine
      {...words}
      description={hypothesis.text}
      maxLength={CONCLUSION_LENGTH}
      blocked={blocked}
      busy={conclude.isPending}
      problem={conclude.error}
      onClose={onClose}
      onSay={(conclusion) =>
        conclude.mutate({ incidentId, hypothesisId: hypothesis.id, conclusion }, { onSuccess: onClose })
      }
    />
  );
};

export const ReopenDialog = ({ incidentId, hypothesis, onClose }: AboutProps) => {
  const words = useDialogWords('reopenDialog', hypothesis);
  const reopen = useCommand('hypothesis.reopen');
  const blocked = useGate('incident.respond');
  return (
    <SayDialog
      oneLine
      {...words}
      description={hypothesis.text}
      maxLength={CONCLUSION_LENGTH}
      blocked={blocked}
      busy={reopen.isPending}
      problem={reopen.error}
      onClose={onClose}
      onSay={(reason) => reopen.mutate({ incidentId, hypothesisId: hypothesis.id, reason }, { onSuccess: onClose })}
    />
  );
};

/** Shown at once: what is refused later stays readable among what is unsent. */
export const RewordDialog = ({ incidentId, hypothesis, onClose }: AboutProps) => {
  const words = useDialogWords('rewordDialog', hypothesis);
  // What somebody else writes meanwhile is not overwritten unseen.
  const [base] = useState(hypothesis.text);
  const reword = useCommand('hypothesis.reword');
  const blocked = useWritingGate('incident.respond');
  return (
    <SayDialog
      oneLine
      {...words}
      initial={base}
      maxLength={HYPOTHESIS_LENGTH}
      blocked={blocked}
      onClose={onClose}
      onSay={(text) => {
        reword.mutate({ incidentId, hypothesisId: hypothesis.id, text, base });
        onClose();
      }}
    />
  );
};
