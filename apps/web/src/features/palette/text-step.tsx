import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/keys/composing.ts';

type Props = {
  label: string;
  initial: string;
  maxLength: number | undefined;
  busy: boolean;
  problem: string | undefined;
  onSubmit: (text: string) => void;
};

/** A text as the last answer. Mount anew (by `key`) for another question. */
export const TextStep = ({ label, initial, maxLength, busy, problem, onSubmit }: Props) => {
  const t = useTranslations('palette');
  const [text, setText] = useState(initial);
  const submit = (): void => {
    if (!busy && text.trim() !== '') onSubmit(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="grid gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={label}
        hint={t('sendHint')}
        sends={false}
        data-autofocus
        // The question was just asked for: the answer is typed at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        rows={2}
        maxLength={maxLength}
        value={text}
        error={problem}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" variant="primary" busy={busy} className="justify-self-end">
        {t('send')}
      </Button>
    </form>
  );
};
