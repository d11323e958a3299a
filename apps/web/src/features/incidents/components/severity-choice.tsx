import { SEVERITIES, type Severity } from '@sitrep/shared/incidents/values';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { SeverityLabel } from '../../../widgets/severity.tsx';

type Props = { value: Severity; onChange: (severity: Severity) => void };

export const SeverityChoice = ({ value, onChange }: Props) => {
  const t = useTranslations('incident.declare');
  const words = useTranslations('words');
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-dense font-medium">{t('severity')}</legend>
      <div className="grid gap-1 sm:grid-cols-2">
        {SEVERITIES.map((severity) => (
          <label
            key={severity}
            className="target flex cursor-pointer items-center gap-2 rounded-m border border-border px-2.5 py-1.5 has-checked:border-accent has-checked:bg-accent-bg has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={severity === value}
              onChange={() => onChange(severity)}
              onKeyDown={sendByKey}
            />
            <SeverityLabel severity={severity} />
            <span className="text-dense text-text-2">{words(`severityMeaning.sev${severity}`)}</span>
          </label>
        ))}
      </div>
      <p className="mt-1 text-meta text-text-2">{t('unsure')}</p>
    </fieldset>
  );
};
