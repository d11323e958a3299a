import { WRITTEN_KINDS, WrittenKind } from '@sitrep/shared/timeline/values';
import { memo, useId } from 'react';
import { useTranslations } from 'use-intl';
import { same } from '../../../live/same.ts';
import { classNames } from '../../../ui/class-names.ts';
import type { ImportRow, RowEdit } from './import-rows.ts';

type Props = {
  row: ImportRow;
  /** Id of the list of names to choose from. */
  people: string;
  onEdit: (index: number, edit: RowEdit) => void;
};

const FIELD =
  'target w-full min-w-0 rounded-m border border-border-strong bg-surface px-2 py-1 text-dense text-text aria-invalid:border-sev1-fg';

const isSame = (a: Props, b: Props): boolean => a.people === b.people && a.onEdit === b.onEdit && same(a.row, b.row);

/** Rows are made anew with each entry that comes; one in which nothing is other is not drawn again. */
export const PasteRow = memo(({ row, people, onEdit }: Props) => {
  const t = useTranslations('paste');
  const words = useTranslations('words');
  const note = useId();
  const { index, taken, time, who, person, kind, text, problem, duplicate } = row;
  const edit = (fields: RowEdit): void => onEdit(index, fields);
  const wrong = taken && problem !== undefined;
  return (
    <li
      className={classNames(
        'grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-t border-border py-2',
        !taken && 'text-text-2',
      )}
    >
      <input
        type="checkbox"
        aria-label={t('take')}
        aria-describedby={note}
        checked={taken}
        onChange={(event) => edit({ taken: event.target.checked })}
        className="mt-1.5 size-5 accent-accent"
      />
      <div className="grid gap-1.5 @xl:grid-cols-[14.5rem_minmax(0,1fr)_9rem]">
        <input
          type="datetime-local"
          step={1}
          aria-label={t('time')}
          aria-invalid={wrong && (problem === 'future' || problem === 'noTime') ? true : undefined}
          value={time}
          onChange={(event) => edit({ time: event.target.value })}
          className={classNames(FIELD, 'figures')}
        />
        <input
          aria-label={t('person')}
          list={people}
          autoComplete="off"
          maxLength={120}
          placeholder={t('nobody')}
          title={person === undefined ? undefined : t('isPerson', { name: `${person.name} (@${person.handle})` })}
          value={who}
          onChange={(event) => edit({ who: event.target.value })}
          className={classNames(FIELD, person !== undefined && 'font-medium')}
        />
        <select
          aria-label={t('kind')}
          value={kind}
          onChange={(event) => edit({ kind: WrittenKind.parse(event.target.value) })}
          className={FIELD}
        >
          {WRITTEN_KINDS.map((value) => (
            <option key={value} value={value}>
              {words(`kind.${value}`)}
            </option>
          ))}
        </select>
        <textarea
          aria-label={t('entryText')}
          aria-invalid={wrong && (problem === 'empty' || problem === 'tooLongEntry') ? true : undefined}
          rows={1}
          dir="auto"
          value={text}
          onChange={(event) => edit({ text: event.target.value })}
          className={classNames(FIELD, 'field-sizing-content max-h-40 @xl:col-span-3')}
        />
      </div>
      <p id={note} className="col-start-2 text-meta empty:hidden">
        {wrong ? <span className="text-sev1-fg">{t(problem)}</span> : duplicate ? t('duplicate') : null}
      </p>
    </li>
  );
}, isSame);
PasteRow.displayName = 'PasteRow';
