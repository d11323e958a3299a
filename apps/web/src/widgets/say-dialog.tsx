import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';

type Props = {
  words: {
    readonly title: string;
    readonly field: string;
    readonly button: string;
    /** What is said where nothing was written; without it nothing has to be. */
    readonly missing?: string;
  };
  /** What it is about, in full. */
  about: string;
  maxLength: number;
  blocked: string | undefined;
  onSubmit: (text: string) => void;
  onClose: () => void;
};

/** One line about something that is done at once and needs no answer: it closes as it sends. */
export const SayDialog = ({ words, about, maxLength, blocked, onSubmit, onClose }: Props) => {
  const common = useTranslations('common');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const missing = words.missing !== undefined && text.trim() === '';
  return (
    <Dialog title={words.title} description={about} size="small" onClose={onClose}>
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) return field.current?.focus();
          if (blocked !== undefined) return;
          onSubmit(text.trim());
          onClose();
        }}
      >
        <TextField
          ref={field}
          label={words.field}
          {...(words.missing === undefined ? { optional: common('optional') } : { required: true })}
          maxLength={maxLength}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={tried && missing ? words.missing : undefined}
        />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" blocked={blocked}>
            {words.button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
