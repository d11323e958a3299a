import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import { useTranslations } from 'use-intl';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { PersonField } from '../../widgets/person-field.tsx';
import { RiskField, ServicesField, type FieldProps } from './field-parts.tsx';
import type { DraftFault } from './plan-draft.ts';

type CoreProps = FieldProps & {
  /** Those that are shown as wrong. */
  faults: readonly DraftFault[];
  incident: Incident;
};

/** What, where, how risky, who, how long: in the order in which a room asks. */
export const CoreFields = ({ draft, faults, incident, onChange }: CoreProps) => {
  const t = useTranslations('mitigations.form');
  return (
    <>
      <TextField
        label={t('title')}
        required
        data-autofocus=""
        placeholder={t('titlePlaceholder')}
        maxLength={200}
        value={draft.title}
        onChange={(event) => onChange({ title: event.target.value })}
        error={faults.includes('title') ? t('titleMissing') : undefined}
      />
      <ServicesField draft={draft} affected={incident.services} onChange={onChange} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <RiskField draft={draft} onChange={onChange} />
        <PersonField
          incident={incident}
          label={t('owner')}
          nobody={t('nobody')}
          value={draft.owner}
          onChange={(owner) => onChange({ owner })}
        />
        <TextField
          label={t('timeBox')}
          hint={t('timeBoxHint')}
          inputMode="numeric"
          maxLength={4}
          value={draft.timeBox}
          onChange={(event) => onChange({ timeBox: event.target.value })}
          error={faults.includes('timeBox') ? t('timeBoxWrong') : undefined}
        />
      </div>
    </>
  );
};

type FurtherProps = FieldProps & { hypotheses: readonly Hypothesis[] };

/** What to look for, why, how, and how to go back. */
export const FurtherFields = ({ draft, hypotheses, onChange }: FurtherProps) => {
  const t = useTranslations('mitigations.form');
  return (
    <>
      <TextField
        label={t('expectedSignal')}
        hint={t('expectedSignalHint')}
        maxLength={1_000}
        value={draft.expectedSignal}
        onChange={(event) => onChange({ expectedSignal: event.target.value })}
      />
      {hypotheses.length === 0 ? null : (
        <SelectField
          label={t('hypothesis')}
          value={draft.hypothesisId}
          onChange={(event) => onChange({ hypothesisId: event.target.value })}
        >
          <option value="">{t('noHypothesis')}</option>
          {hypotheses.map(({ id, number, text }) => (
            <option key={id} value={id}>
              {`H${number} ${text}`}
            </option>
          ))}
        </SelectField>
      )}
      <TextArea
        label={t('rollback')}
        rows={2}
        maxLength={2_000}
        value={draft.rollback}
        onChange={(event) => onChange({ rollback: event.target.value })}
      />
      <TextArea
        label={t('steps')}
        rows={2}
        maxLength={4_000}
        value={draft.steps}
        onChange={(event) => onChange({ steps: event.target.value })}
      />
    </>
  );
};
