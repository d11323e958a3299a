import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { IncidentKey } from '@sitrep/shared/incidents/values';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useBoard } from '../live/react.tsx';
import { TextField } from '../ui/field.tsx';
import { isComposing } from '../ui/keys/composing.ts';
import { sendByKey } from '../ui/send-by-key.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const SHOWN = 5;

/** Open incidents that a text may mean: by key, number or words of the title; none once it is one of their keys. */
export const incidentsMeant = (rows: readonly BoardRow[], typed: string, without: IncidentId): readonly BoardRow[] => {
  const text = typed.trim().toLowerCase();
  if (rows.some(({ key }) => key.toLowerCase() === text)) return [];
  return rows
    .filter(({ id, key, title }) => id !== without && `${key} ${title}`.toLowerCase().includes(text))
    .slice(0, SHOWN);
};

/** A text that is no key names no incident, however many it finds. */
export const isKey = (typed: string): boolean => IncidentKey.safeParse(typed.trim().toUpperCase()).success;

type Props = {
  label: string;
  /** Not offered: the incident one is in. */
  without: IncidentId;
  value: string;
  error: string | undefined;
  /** The focus of its dialog begins here. */
  first?: boolean;
  onChange: (key: string) => void;
};

/** Another incident: chosen of those that are open, or any by its key. */
export const IncidentField = ({ label, without, value, error, first = false, onChange }: Props) => {
  const t = useTranslations('incident.choose');
  const common = useTranslations('common');
  const { rows } = useBoard();
  const meant = incidentsMeant(rows, value, without);
  const chosen = rows.find(({ key }) => key === value.trim().toUpperCase());
  /** Enter takes the one that is found, and sends only once an incident is named. */
  const choose = (event: KeyboardEvent<HTMLInputElement>): void => {
    const only = meant.length === 1 && value.trim() !== '' ? meant[0] : undefined;
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || only === undefined) return sendByKey(event);
    event.preventDefault();
    onChange(only.key);
  };
  return (
    <div className="grid gap-1.5">
      <TextField
        label={label}
        optional={common('required')}
        hint={chosen === undefined ? t('hint') : chosen.title}
        {...(first ? { 'data-autofocus': '' } : {})}
        required
        value={value}
        error={error === undefined || value.trim() === '' || isKey(value) ? error : t('noKey')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={choose}
      />
      {meant.length === 0 ? null : (
        <ul aria-label={t('open')} className="divide-y divide-border rounded-m border border-border">
          {meant.map(({ id, key, severity, title }) => (
            <li key={id}>
              <button
                type="button"
                className="target flex w-full items-center gap-2 px-2.5 py-1 text-left hover:bg-raised"
                onClick={() => onChange(key)}
              >
                <SeverityMark severity={severity} size={16} />
                <span className="figures shrink-0">{key}</span>
                <span className="min-w-0 truncate text-text-2">{title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
