import { HYPOTHESIS_LENGTH } from '@sitrep/shared/hypotheses/commands';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { isComposing } from '../../ui/keys/composing.ts';

type Props = { incidentId: IncidentId; blocked: string | undefined; onClose: () => void };

/** Stays open for the next idea until somebody closes it. */
export const SuggestForm = ({ incidentId, blocked, onClose }: Props) => {
  const t = useTranslations('hypotheses');
  const [text, setText] = useState('');
  const suggest = useCommand('hypothesis.suggest');
  return (
    <form
      className="mt-2 flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked !== undefined || text.trim() === '') return;
        suggest.mutate({ incidentId, text });
        setText('');
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label={t('suggestField')}
          hideLabel
          placeholder={t('suggestPlaceholder')}
          required
          maxLength={HYPOTHESIS_LENGTH}
          // Asked for by the button or the key.
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
        {t('add')}
      </Button>
    </form>
  );
};
