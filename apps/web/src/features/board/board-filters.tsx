import { OPEN_STATUSES, SEVERITIES, type Severity } from '@sitrep/shared/incidents/values';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { isFiltered, type BoardFilters } from './filters.ts';

type Props = { filters: BoardFilters; onChange: (filters: BoardFilters) => void };

/** Kept in the address, so that a view can be sent to somebody. */
export const BoardFilterLine = ({ filters, onChange }: Props) => {
  const t = useTranslations('board');
  const words = useTranslations('words');
  const chosen = filters.severity ?? [];
  const toggle = (severity: Severity): void => {
    const next = chosen.includes(severity) ? chosen.filter((one) => one !== severity) : [...chosen, severity];
    const { severity: _before, ...rest } = filters;
    onChange(next.length === 0 ? rest : { ...rest, severity: next });
  };
  const { status: _status, mine: _mine, ...rest } = filters;
  const status = filters.status === undefined ? {} : { status: filters.status };
  const mine = filters.mine === undefined ? {} : { mine: filters.mine };
  return (
    <fieldset aria-label={t('filters')} className="flex min-w-0 flex-wrap items-center gap-1">
      {/* Before the others: what is being typed in must not move away. */}
      {isFiltered(filters) ? (
        <Button
          variant="quiet"
          onClick={() => onChange(filters.at === undefined ? {} : { at: filters.at })}
          className="text-dense"
        >
          {t('clear')}
        </Button>
      ) : null}
      {SEVERITIES.map((severity) => (
        <Toggle
          key={severity}
          label={words('severity', { severity })}
          pressed={chosen.includes(severity)}
          onToggle={() => toggle(severity)}
        >
          <SeverityMark severity={severity} size={18} />
        </Toggle>
      ))}
      <select
        aria-label={t('filterStatus')}
        value={filters.status ?? ''}
        onChange={(event) => {
          const found = OPEN_STATUSES.find((one) => one === event.target.value);
          onChange({ ...rest, ...mine, ...(found === undefined ? {} : { status: found }) });
        }}
        className="target rounded-m border border-border bg-surface px-2 py-1 text-dense max-sm:w-0 max-sm:min-w-14 max-sm:flex-1"
      >
        <option value="">{t('allStatuses')}</option>
        {OPEN_STATUSES.map((one) => (
          <option key={one} value={one}>
            {words(`status.${one}`)}
          </option>
        ))}
      </select>
      <Toggle
        label={t('mine')}
        title={t('mineMeaning')}
        pressed={filters.mine === true}
        onToggle={() => onChange({ ...rest, ...status, ...(filters.mine === true ? {} : { mine: true as const }) })}
      >
        {t('mine')}
      </Toggle>
    </fieldset>
  );
};

type ToggleProps = {
  label: string;
  title?: string;
  pressed: boolean;
  onToggle: () => void;
  children: ReactNode;
};

const Toggle = ({ label, title, pressed, onToggle, children }: ToggleProps) => (
  <button
    type="button"
    aria-label={label}
    title={title ?? label}
    aria-pressed={pressed}
    onClick={onToggle}
    className={classNames(
      'target inline-flex items-center rounded-m border px-1.5 py-1 text-dense',
      pressed ? 'border-accent bg-accent-bg' : 'border-transparent text-text-2 hover:bg-raised',
    )}
  >
    {children}
  </button>
);
