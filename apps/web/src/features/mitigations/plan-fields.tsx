import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import { RISKS, Risk } from '@sitrep/shared/mitigations/values';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { assignable } from '../../widgets/person.tsx';
import type { DraftFault, PlanDraft } from './plan-draft.ts';

export type FieldsProps = {
  draft: PlanDraft;
  /** Those that are shown as wrong. */
  faults: readonly DraftFault[];
  onChange: (change: Partial<PlanDraft>) => void;
};

/** What, where, how risky, who, how long: in the order in which a room asks. */
export const CoreFields = ({ draft, faults, onChange }: FieldsProps) => {
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
      <ServicesField draft={draft} onChange={onChange} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <RiskField draft={draft} onChange={onChange} />
        <OwnerField draft={draft} onChange={onChange} />
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

type FieldProps = Omit<FieldsProps, 'faults'>;

export const ServicesField = ({ draft, onChange }: FieldProps) => {
  const t = useTranslations('mitigations.form');
  return (
    <TextField
      label={t('services')}
      hint={t('servicesHint')}
      maxLength={1_000}
      value={draft.services}
      onChange={(event) => onChange({ services: event.target.value })}
    />
  );
};

export const RiskField = ({ draft, onChange }: FieldProps) => {
  const t = useTranslations('mitigations.form');
  const words = useTranslations('words.risk');
  return (
    <SelectField
      label={t('risk')}
      value={draft.risk}
      onChange={(event) => onChange({ risk: Risk.parse(event.target.value) })}
    >
      {RISKS.map((risk) => (
        <option key={risk} value={risk}>
          {words(risk)}
        </option>
      ))}
    </SelectField>
  );
};

const OwnerField = ({ draft, onChange }: FieldProps) => {
  const t = useTranslations('mitigations.form');
  return (
    <PersonField
      label={t('owner')}
      nobody={t('nobody')}
      value={draft.owner}
      onChange={(owner) => onChange({ owner })}
    />
  );
};

type PersonProps = { label: string; nobody: string; value: string; onChange: (id: string) => void };

export const PersonField = ({ label, nobody, value, onChange }: PersonProps) => {
  const { people } = usePeople();
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{nobody}</option>
      {assignable(people).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
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
