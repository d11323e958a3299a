import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../live/command-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ProblemLine } from './problem.tsx';

type Props = {
  title: string;
  /** What it is about. */
  description?: ReactNode;
  label: string;
  button: string;
  danger?: boolean;
  /** What is said where nothing was written; without it nothing has to be. */
  missing?: string;
  initial?: string;
  maxLength?: number;
  /** Enter sends it. */
  oneLine?: boolean;
  blocked: string | undefined;
  /** For what waits for its answer: it stays open until then. */
  busy?: boolean;
  problem?: CommandProblem | null;
  /** What the server has against the text itself. */
  fault?: string | undefined;
  onSay: (text: string) => void;
  onClose: () => void;
};

/** One question, answered in a few words. */
export const SayDialog = (props: Props) => {
  const { title, description, label, button, danger = false, missing, initial = '', maxLength = 1_000 } = props;
  const { oneLine = false, blocked, busy = false, problem, fault, onSay, onClose } = props;
  const common = useTranslations('common');
  const [text, setText] = useState(initial);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isMissing = missing !== undefined && text.trim() === '';
  const field = {
    label,
    optional: common(missing === undefined ? 'optional' : 'required'),
    required: missing !== undefined,
    maxLength,
    value: text,
    error: tried && isMissing ? missing : fault,
  };
  return (
    <Dialog title={title} size="small" onClose={onClose} {...(description === undefined ? {} : { description })}>
      <form
        ref={form}
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isMissing) form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
          else if (blocked === undefined && !busy) onSay(text.trim());
        }}
      >
        {oneLine ? (
          <TextField {...field} onChange={(event) => setText(event.target.value)} />
        ) : (
          <TextArea {...field} onChange={(event) => setText(event.target.value)} />
        )}
        {fault === undefined ? <ProblemLine problem={problem} /> : null}
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} blocked={blocked}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
