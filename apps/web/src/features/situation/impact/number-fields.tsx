import type { ImpactNumber } from '@sitrep/shared/situation/events';
import { MAX_IMPACT_NUMBERS } from '@sitrep/shared/situation/values';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';

type Props = {
  numbers: readonly ImpactNumber[];
  onChange: (numbers: ImpactNumber[]) => void;
};

/** What is counted, and how much: a row each. */
export const NumberFields = ({ numbers, onChange }: Props) => {
  const t = useTranslations('situation.impact');
  const set = (index: number, part: Partial<ImpactNumber>): void =>
    onChange(numbers.map((number, at) => (at === index ? { ...number, ...part } : number)));
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1 text-dense font-medium">{t('numbers')}</legend>
      {numbers.map((number, index) => (
        // Rows have no names of their own, and stay in their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_6.5rem_auto] gap-1">
          <TextField
            label={t('numberLabel')}
            hideLabel
            placeholder={t('numberLabelExample')}
            maxLength={60}
            value={number.label}
            onChange={(event) => set(index, { label: event.target.value })}
          />
          <TextField
            label={t('numberValue')}
            hideLabel
            placeholder={t('numberValueExample')}
            maxLength={40}
            value={number.value}
            onChange={(event) => set(index, { value: event.target.value })}
          />
          <IconButton
            label={t('removeNumber', { label: number.label })}
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(numbers.filter((_number, at) => at !== index))}
          />
        </div>
      ))}
      {numbers.length >= MAX_IMPACT_NUMBERS ? null : (
        <Button
          variant="quiet"
          icon={<Plus size={14} aria-hidden />}
          className="justify-self-start !px-1.5"
          onClick={() => onChange([...numbers, { label: '', value: '' }])}
        >
          {t('addNumber')}
        </Button>
      )}
    </fieldset>
  );
};
