import { STANCES, type Stance } from '@sitrep/shared/hypotheses/events';
import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { EntryId, HypothesisId, IncidentId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { useWritingGate } from '../../widgets/gate.ts';

type Props = {
  incidentId: IncidentId;
  entryId: EntryId;
  /** What the entry says. */
  text: string;
  /** The likeliest first; there is one. */
  hypotheses: readonly Hypothesis[];
  onClose: () => void;
};

export const EvidenceDialog = ({ incidentId, entryId, text, hypotheses, onClose }: Props) => {
  const t = useTranslations('hypotheses');
  const words = useTranslations('words.stance');
  const common = useTranslations('common');
  const [chosen, setChosen] = useState<HypothesisId>();
  const [stance, setStance] = useState<Stance>('supports');
  const add = useCommand('hypothesis.add-evidence');
  const blocked = useWritingGate('incident.respond');
  const hypothesisId = chosen ?? hypotheses[0]?.id;
  return (
    <Dialog
      title={t('evidenceDialog.title')}
      description={<span className="line-clamp-3">{text}</span>}
      size="small"
      onClose={onClose}
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked !== undefined || hypothesisId === undefined) return;
          add.mutate({ incidentId, hypothesisId, entryId, stance });
          onClose();
        }}
      >
        <RadioField
          label={t('evidenceDialog.stance')}
          columns={2}
          options={STANCES.map((value) => ({ value, label: words(value) }))}
          value={stance}
          onChange={setStance}
        />
        <SelectField
          label={t('evidenceDialog.hypothesis')}
          value={hypothesisId}
          onChange={({ target }) => setChosen(target.value as HypothesisId)}
        >
          {hypotheses.map(({ id, number, text: of }) => (
            <option key={id} value={id}>
              {t('number', { number })} {of}
            </option>
          ))}
        </SelectField>
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" blocked={blocked}>
            {t('evidenceDialog.button')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
