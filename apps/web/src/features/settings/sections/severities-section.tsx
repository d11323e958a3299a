import { SEVERITIES, type Severity } from '@sitrep/shared/incidents/values';
import type { SeverityPolicy } from '@sitrep/shared/settings/values';
import { useTranslations } from 'use-intl';
import { useMediaQuery } from '../../../ui/use-media-query.ts';
import { SeverityLabel } from '../../../widgets/severity.tsx';
import { daysText, durationText, NONE, parseDays, parseDuration, saysNone } from '../durations.ts';
import type { SectionProps } from '../use-section.ts';
import { WordField } from '../word-field.tsx';

type Field = keyof SeverityPolicy;
type Value = SeverityPolicy[Field];

/** In the order of an incident. */
const FIELDS: readonly Field[] = [
  'acknowledgeWithin',
  'firstInternalWithin',
  'firstPublicWithin',
  'updateEvery',
  'longAfter',
  'updateEveryLong',
  'postmortemScheduledWithin',
  'postmortemHeldWithin',
];

/** The clocks that follow from each severity: a table where there is room, else one block each. */
export const SeveritiesSection = ({ value, base, onChange, faultOf }: SectionProps<'severities'>) => {
  const t = useTranslations('settings.severities');
  const words = useTranslations('words');
  const wide = useMediaQuery('(min-width: 80rem)');
  const change = (severity: Severity, field: Field, next: Value): void =>
    onChange({ ...value, [severity]: { ...value[severity], [field]: next } });
  return (
    <div className="grid gap-4">
      {wide ? (
        <div aria-hidden className={`${ROW} items-end text-meta font-medium text-text-2`}>
          <span>{t('severity')}</span>
          {FIELDS.map((field) => (
            <span key={field}>{t(field)}</span>
          ))}
        </div>
      ) : null}
      {SEVERITIES.map((severity) => (
        <fieldset
          key={severity}
          className={
            wide ? `${ROW} items-start border-t border-border pt-2` : 'rounded-l border border-border bg-surface p-3'
          }
        >
          <legend className="sr-only">{words('severity', { severity })}</legend>
          <div aria-hidden className={wide ? 'pt-1' : 'mb-2'}>
            <SeverityLabel severity={severity} />
            <p className="text-meta text-text-2">{words(`severityMeaning.sev${severity}`)}</p>
          </div>
          <div className={wide ? 'contents' : 'grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-3'}>
            {FIELDS.map((field) => (
              <PolicyField
                key={field}
                field={field}
                hideLabel={wide}
                value={value[severity][field]}
                base={base[severity][field]}
                error={faultOf(`[${severity}].${field}`)}
                onChange={(next) => change(severity, field, next)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <p className="text-meta text-text-2">{t('hint')}</p>
    </div>
  );
};

const ROW = 'grid grid-cols-[8.5rem_minmax(0,1.4fr)_repeat(6,minmax(0,1fr))_minmax(0,1.3fr)] gap-2';

type PolicyFieldProps = {
  field: Field;
  hideLabel: boolean;
  value: Value;
  base: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
};

const PolicyField = ({ field, ...rest }: PolicyFieldProps) => {
  const t = useTranslations('settings.severities');
  const nextDay = t('nextWorkingDay');
  const isNextDay = (text: string): boolean =>
    field === 'acknowledgeWithin' && text.trim().toLowerCase() === nextDay.toLowerCase();
  return (
    <WordField<Value>
      {...rest}
      label={t(field)}
      example={t(
        field === 'postmortemHeldWithin' ? 'exampleDays' : field === 'acknowledgeWithin' ? 'exampleDay' : 'example',
      )}
      textOf={(value) => {
        if (value === null) return NONE;
        if (value === 'next-working-day') return nextDay;
        return typeof value === 'number' ? durationText(value) : daysText(value);
      }}
      parse={(text) => {
        if (saysNone(text)) return null;
        if (isNextDay(text)) return 'next-working-day';
        return field === 'postmortemHeldWithin' ? parseDays(text) : parseDuration(text);
      }}
    />
  );
};
