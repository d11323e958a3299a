import { SEVERITIES, type Severity } from '@sitrep/shared/incidents/values';
import { useTranslations } from 'use-intl';
import { CheckField } from '../../ui/field.tsx';

type Props = { legend: string; value: readonly Severity[]; onChange: (value: Severity[]) => void };

/** For which severities something is. */
export const SeverityChecks = ({ legend, value, onChange }: Props) => {
  const words = useTranslations('words');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-dense font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-4">
        {SEVERITIES.map((severity) => (
          <CheckField
            key={severity}
            label={words('severity', { severity })}
            checked={value.includes(severity)}
            onChange={(event) =>
              onChange(SEVERITIES.filter((one) => (one === severity ? event.target.checked : value.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
};
