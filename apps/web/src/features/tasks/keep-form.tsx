import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { FOLLOW_UP_LENGTH } from '@sitrep/shared/tasks/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { isComposing } from '../../ui/keys/composing.ts';

type Props = { incidentId: IncidentId; blocked: string | undefined; onClose: () => void };

/** Stays open for the next one until somebody closes it. */
export const KeepForm = ({ incidentId, blocked, onClose }: Props) => {
  const t = useTranslations('tasks');
  const [text, setText] = useState('');
  const keep = useCommand('follow-up.keep');
  return (
    <form
      className="mt-2 flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked !== undefined || text.trim() === '') return;
        keep.mutate({ incidentId, text });
        setText('');
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label={t('keepText')}
          hideLabel
          placeholder={t('keepPlaceholder')}
          required
          maxLength={FOLLOW_UP_LENGTH}
          // Asked for by the button.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
          }}
        />
      </div>
      <Button type="submit" blocked={blocked}>
        {t('keepButton')}
      </Button>
    </form>
  );
};
