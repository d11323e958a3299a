import { useId, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CheckField, TextField } from '../../../ui/field.tsx';
import { ChangedLabel } from '../changed-label.tsx';
import { clockText, parseClock } from '../durations.ts';
import type { SectionProps } from '../use-section.ts';
import { WordField } from '../word-field.tsx';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** When "the next working day" begins. */
export const WorkingTimeSection = ({ value, base, onChange, faultOf }: SectionProps<'workingTime'>) => {
  const t = useTranslations('settings.workingTime');
  const format = useFormatter();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  const list = useId();
  const toggle = (day: number): void => {
    const days = value.days.includes(day) ? value.days.filter((one) => one !== day) : [...value.days, day];
    if (days.length > 0) onChange({ ...value, days: days.toSorted((a, b) => a - b) });
  };
  return (
    <div className="grid max-w-3xl gap-4 rounded-l border border-border bg-surface p-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={<ChangedLabel changed={value.zone !== base.zone}>{t('zone')}</ChangedLabel>}
          hint={t('zoneHint')}
          list={list}
          maxLength={60}
          value={value.zone}
          error={zones.includes(value.zone) ? faultOf('.zone') : t('zoneUnknown')}
          onChange={(event) => onChange({ ...value, zone: event.target.value })}
        />
        <datalist id={list}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </datalist>
        <WordField
          label={t('startsAt')}
          value={value.startsAt}
          base={base.startsAt}
          textOf={clockText}
          parse={parseClock}
          example="09:00"
          error={faultOf('.startsAt')}
          onChange={(startsAt) => onChange({ ...value, startsAt })}
        />
      </div>
      <fieldset>
        <legend className="mb-1 text-dense font-medium">
          <ChangedLabel changed={value.days.join() !== base.days.join()}>{t('days')}</ChangedLabel>
        </legend>
        <div className="flex flex-wrap gap-x-4">
          {DAYS.map((day) => (
            <CheckField
              key={day}
              label={format.dateTime(MONDAY + (day - 1) * DAY_MS, { weekday: 'long', timeZone: 'UTC' })}
              checked={value.days.includes(day)}
              onChange={() => toggle(day)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
};
