import { RISKS, Risk } from '@sitrep/shared/mitigations/values';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Pill } from '../../ui/pill.tsx';
import { namesIn, withName, type PlanDraft } from './plan-draft.ts';

export type FieldProps = { draft: PlanDraft; onChange: (change: Partial<PlanDraft>) => void };

/** Names as they are typed; those that are affected are offered. */
export const ServicesField = ({ draft, affected, onChange }: FieldProps & { affected: readonly string[] }) => {
  const t = useTranslations('mitigations.form');
  const field = useRef<HTMLDivElement>(null);
  const named = new Set(namesIn(draft.services).map((name) => name.toLowerCase()));
  const offered = affected.filter((name) => !named.has(name.toLowerCase()));
  // What was pressed is gone then: keys go on in the field.
  const add = (name: string): void => {
    onChange({ services: withName(draft.services, name) });
    field.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={field} className="grid gap-1.5">
      <TextField
        label={t('services')}
        hint={t('servicesHint')}
        maxLength={1_000}
        value={draft.services}
        onChange={(event) => onChange({ services: event.target.value })}
      />
      {offered.length === 0 ? null : (
        <div className="flex flex-wrap gap-1.5">
          {offered.map((name) => (
            <Pill
              key={name}
              icon={<Plus size={12} aria-hidden />}
              aria-label={t('addService', { name })}
              onClick={() => add(name)}
            >
              {name}
            </Pill>
          ))}
        </div>
      )}
    </div>
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
