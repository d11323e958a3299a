import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '../ui/field.tsx';

const MINUTE = 60_000;
const CHOICES = [5, 10, 15, 20, 30, 60, 120] as const;

/** As a choice stands for it. */
export const NO_END = '';
export const DEFAULT_TIME_BOX = '10';

/** What a choice says to the command; nothing where there is no time-box. */
export const timeBoxOf = (choice: string): { forMs?: number } =>
  choice === NO_END ? {} : { forMs: Number(choice) * MINUTE };

type Props = {
  value: string;
  onChange: (choice: string) => void;
  hideLabel?: boolean;
  /** Further choices, in front. */
  children?: ReactNode;
};

/** How long something may take. */
export const TimeBoxField = ({ value, onChange, hideLabel = false, children }: Props) => {
  const t = useTranslations('choosing');
  return (
    <SelectField
      label={t('time')}
      hideLabel={hideLabel}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {children}
      {CHOICES.map((minutes) => (
        <option key={minutes} value={minutes}>
          {minutes < 60 ? t('minutes', { minutes }) : t('hours', { hours: minutes / 60 })}
        </option>
      ))}
      <option value={NO_END}>{t('noEnd')}</option>
    </SelectField>
  );
};
