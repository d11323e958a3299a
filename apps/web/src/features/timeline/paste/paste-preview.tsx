import type { Incident } from '@sitrep/shared/incidents/state';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../../live/react.tsx';
import { Button } from '../../../ui/button.tsx';
import { DialogActions } from '../../../ui/dialog.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { localDay, offsetOf } from '../../../widgets/time-format.ts';
import { LeftOutLines } from './left-out-lines.tsx';
import { PasteRow } from './paste-row.tsx';
import { useImport } from './use-import.ts';

type Props = { incident: Incident; text: string; onBack: () => void; onImported: () => void };

const AT_ONCE = 100;
const MOST = 1_000;

/** Each line as it is going to be, to be corrected before anybody else sees it. */
export const PastePreview = ({ incident, text, onBack, onImported }: Props) => {
  const t = useTranslations('paste');
  const people = useId();
  const preview = useImport(incident, text);
  const [shown, setShown] = useState(AT_ONCE);
  const { rows, count, faults } = preview;
  const blocked =
    rows.length > MOST
      ? t('tooMany', { count: rows.length, most: MOST })
      : faults > 0
        ? t('problems', { count: faults })
        : count === 0
          ? t('none')
          : undefined;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked !== undefined) return;
        preview.submit();
        onImported();
      }}
    >
      <When preview={preview} />
      <datalist id={people}>
        {[...preview.people.values()].map(({ id, name, handle }) => (
          <option key={id} value={name}>
            @{handle}
          </option>
        ))}
      </datalist>
      <ol aria-label={t('entries')} className="@container grid">
        {rows.slice(0, shown).map((row) => (
          <PasteRow key={row.index} row={row} people={people} onEdit={preview.edit} />
        ))}
      </ol>
      {rows.length > shown ? (
        <Button variant="quiet" onClick={() => setShown(shown + AT_ONCE)}>
          {t('more', { count: Math.min(AT_ONCE, rows.length - shown) })}
        </Button>
      ) : null}
      <LeftOutLines lines={preview.leftOut} />
      <output className="text-dense text-sev1-fg empty:hidden">{blocked}</output>
      <DialogActions>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="submit" variant="primary" blocked={blocked}>
          {t('submit', { count: count - faults })}
        </Button>
      </DialogActions>
    </form>
  );
};

/** Asked only where the text leaves it open. */
const When = ({ preview: { zone, setZone, day, setDay } }: { preview: ReturnType<typeof useImport> }) => {
  const t = useTranslations('paste');
  const { serverNow } = useLiveClient();
  const [now] = useState(serverNow);
  if (zone === undefined && day === undefined) return null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {day === undefined ? null : (
        <TextField
          label={t('day')}
          type="date"
          required
          max={localDay(now)}
          value={day}
          onChange={(event) => setDay(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
      {zone === undefined ? null : (
        <SelectField
          label={t('zone')}
          value={zone}
          onChange={(event) => setZone(event.target.value === 'utc' ? 'utc' : 'mine')}
        >
          <option value="mine">{t('mine', { offset: offsetOf(now) })}</option>
          <option value="utc">{t('utc')}</option>
        </SelectField>
      )}
    </div>
  );
};
