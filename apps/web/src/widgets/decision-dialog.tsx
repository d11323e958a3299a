import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../live/command-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { ProblemLine } from './problem.tsx';

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

/** For a decision that takes a reason, and nothing else; it stays open until the server has taken it. */
export const DecisionDialog = ({ title, description, button, blocked, busy, problem, onSubmit, onClose }: Props) => {
  const t = useTranslations('common');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const missing = reason.trim() === '';
  return (
    <Dialog title={title} size="small" onClose={onClose} {...(description === undefined ? {} : { description })}>
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) field.current?.focus();
          else if (blocked === undefined) onSubmit(reason);
        }}
      >
        <TextArea
          ref={field}
          label={t('reason')}
          optional={t('required')}
          required
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && missing ? t('reasonMissing') : problem?.faultOf('reason')}
        />
        {problem?.faultOf('reason') === undefined ? <ProblemLine problem={problem} /> : null}
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
