import type { Incident } from '@sitrep/shared/incidents/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { useStored } from '../../../ui/stored.ts';
import { useMe } from '../../../widgets/me.ts';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { PastePreview } from './paste-preview.tsx';
import { parsePasted } from './parse-pasted.ts';

type Props = {
  incident: Incident;
  /** What was pasted already; empty where it is still to come. */
  initial: string;
  onImported: (text: string) => void;
  onClose: () => void;
};

/** From a chat, a log or notes to entries, with a look at them in between. */
export const PasteDialog = ({ incident, initial, onImported, onClose }: Props) => {
  const t = useTranslations('paste');
  const me = useMe();
  const [draft, setDraft] = useStored(`sitrep:${me.id}:${incident.id}:paste`);
  const [pasted, setPasted] = useState(initial);
  const [looking, setLooking] = useState(initial !== '');
  // What was pasted into the composer stands there still; only what is typed here has to be kept.
  const [text, setText] = initial === '' ? [draft, setDraft] : [pasted, setPasted];
  const imported = (): void => {
    setDraft('');
    onImported(text);
  };
  return (
    <Dialog title={t('title')} description={t('meaning')} size="wide" onClose={onClose}>
      {looking ? (
        <PastePreview
          key={text}
          incident={incident}
          text={text}
          onBack={() => setLooking(false)}
          onImported={imported}
        />
      ) : (
        <PasteField text={text} onText={setText} onDone={() => setLooking(true)} onClose={onClose} />
      )}
    </Dialog>
  );
};

type FieldProps = { text: string; onText: (text: string) => void; onDone: () => void; onClose: () => void };

const PasteField = ({ text, onText, onDone, onClose }: FieldProps) => {
  const t = useTranslations('paste');
  const common = useTranslations('common');
  const [none, setNone] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (parsePasted(text).messages.length === 0) setNone(true);
        else onDone();
      }}
    >
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        error={none ? t('nothing') : undefined}
        rows={10}
        value={text}
        className="font-mono text-dense"
        onChange={(event) => {
          setNone(false);
          onText(event.target.value);
        }}
      />
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('look')}
        </Button>
      </DialogActions>
    </form>
  );
};
