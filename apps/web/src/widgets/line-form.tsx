import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { isComposing } from '../ui/keys/composing.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

type Props = {
  label: string;
  placeholder?: string;
  /** What stands in it at first. */
  text?: string;
  maxLength: number;
  button: string;
  blocked: string | undefined;
  onSend: (text: string) => void;
  onClose: () => void;
};

/** One line that Enter sends; it stays open for the next one until Escape. */
export const LineForm = ({ label, placeholder, text = '', maxLength, button, blocked, onSend, onClose }: Props) => {
  const [value, setValue] = useState(text);
  const { within, focusBack } = useFocusBack<HTMLFormElement>();
  return (
    <form
      ref={within}
      className="flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked !== undefined || value.trim() === '') return;
        onSend(value);
        setValue('');
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label={label}
          hideLabel
          placeholder={placeholder}
          required
          maxLength={maxLength}
          // Asked for by a button or a key: the next thing is to type.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
            focusBack();
            onClose();
          }}
        />
      </div>
      <Button type="submit" blocked={blocked}>
        {button}
      </Button>
    </form>
  );
};
