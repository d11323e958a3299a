import { useState } from 'react';
import { TextField } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { Button } from '../../../ui/button.tsx';

type Props = {
  label: string;
  placeholder?: string;
  text: string;
  button: string;
  blocked: string | undefined;
  onSend: (text: string) => void;
  onClose: () => void;
};

/** One line that Enter sends; it stays open for the next one until Escape. */
export const LineForm = ({ label, placeholder, text, button, blocked, onSend, onClose }: Props) => {
  const [value, setValue] = useState(text);
  return (
    <form
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
          maxLength={300}
          // Asked for by a button: the next thing is to type.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
          }}
        />
      </div>
      <Button type="submit" blocked={blocked}>
        {button}
      </Button>
    </form>
  );
};
