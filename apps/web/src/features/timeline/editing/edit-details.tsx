import { Confidence, CONFIDENCES, WRITTEN_KINDS, WrittenKind } from '@sitrep/shared/timeline/values';
import { useTranslations } from 'use-intl';
import { SelectField, TextField } from '../../../ui/field.tsx';
import type { EditDraft } from './edit-draft.ts';

type Props = { draft: EditDraft; onChange: (fields: Partial<EditDraft>) => void };

export const EditDetails = ({ draft, onChange }: Props) => {
  const t = useTranslations('timeline');
  const words = useTranslations('words');
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 @xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_16rem]">
        <SelectField
          label={t('editKind')}
          value={draft.kind}
          onChange={(event) => onChange({ kind: WrittenKind.parse(event.target.value) })}
        >
          {WRITTEN_KINDS.map((value) => (
            <option key={value} value={value}>
              {words(`kind.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('editConfidence')}
          value={draft.confidence ?? ''}
          onChange={(event) => onChange({ confidence: Confidence.safeParse(event.target.value).data })}
        >
          <option value="">{t('noConfidence')}</option>
          {CONFIDENCES.map((value) => (
            <option key={value} value={value}>
              {words(`confidence.${value}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('editHappened')}
          type="datetime-local"
          step={1}
          required
          value={draft.happened}
          onChange={(event) => onChange({ happened: event.target.value })}
        />
      </div>
    </div>
  );
};
