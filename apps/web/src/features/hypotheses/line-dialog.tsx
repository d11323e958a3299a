import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../../live/command-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';

type Props = {
  words: { readonly title: string; readonly field: string; readonly button: string; readonly missing: string };
  /** What it is about, in full. */
  about?: string;
  initial?: string;
  maxLength: number;
  blocked: string | undefined;
  busy: boolean;
  problem: CommandProblem | null;
  onSubmit: (text: string) => void;
  onClose: () => void;
};

/** For what takes one line of text, and nothing else. */
export const LineDialog = ({ words, about, initial = '', maxLength, ...rest }: Props) => {
  const { blocked, busy, problem, onSubmit, onClose } = rest;
  const common = useTranslations('common');
  const [text, setText] = useState(initial);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const missing = text.trim() === '';
  return (
    <Dialog title={words.title} description={about} size="small" onClose={onClose}>
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) field.current?.focus();
          else if (blocked === undefined && !busy) onSubmit(text);
        }}
      >
        <TextField
          ref={field}
          label={words.field}
          required
          maxLength={maxLength}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={tried && missing ? words.missing : undefined}
        />
        <ProblemLine problem={problem} />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy} blocked={blocked}>
            {words.button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
