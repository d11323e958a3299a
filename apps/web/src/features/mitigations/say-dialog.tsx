import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../../live/command-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';

type Props = {
  title: string;
  description?: ReactNode;
  label: string;
  button: string;
  danger?: boolean;
  optional?: boolean;
  blocked: string | undefined;
  busy?: boolean;
  problem?: CommandProblem | null;
  onSay: (text: string) => void;
  onClose: () => void;
};

/** One question, answered in a few words. */
export const SayDialog = (props: Props) => {
  const { title, description, label, button, danger = false, optional = false, blocked, busy = false } = props;
  const t = useTranslations('mitigations');
  const common = useTranslations('common');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const missing = !optional && text.trim() === '';
  return (
    <Dialog title={title} size="small" onClose={props.onClose} {...(description === undefined ? {} : { description })}>
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) field.current?.focus();
          else if (blocked === undefined && !busy) props.onSay(text);
        }}
      >
        <TextArea
          ref={field}
          label={label}
          optional={optional ? common('optional') : common('required')}
          required={!optional}
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={tried && missing ? t('sayMissing') : undefined}
        />
        <ProblemLine problem={props.problem} />
        <DialogActions>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} blocked={blocked}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
