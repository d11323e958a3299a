import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../../../live/command-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';

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

/** For what takes a reason, and nothing else. */
export const ReasonDialog = ({ title, description, button, blocked, busy, problem, onSubmit, onClose }: Props) => {
  const t = useTranslations('common');
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} size="small" onClose={onClose} {...(description === undefined ? {} : { description })}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked === undefined) onSubmit(reason);
        }}
      >
        <TextArea
          label={t('reason')}
          required
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={sendByKey}
        />
        <ProblemLine problem={problem} />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy} blocked={blocked}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
