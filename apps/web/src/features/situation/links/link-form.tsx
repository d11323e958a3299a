import type { Incident } from '@sitrep/shared/incidents/state';
import { LINK_KINDS, LinkAddress, LinkKind } from '@sitrep/shared/situation/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { useRespond } from '../use-respond.ts';
import { guessKind } from './link-look.ts';

/** An address is enough; its kind is guessed until somebody says it. */
export const LinkForm = ({ incident, onDone }: { incident: Incident; onDone: () => void }) => {
  const t = useTranslations('situation.links');
  const now = useTranslations('incident.now');
  const common = useTranslations('common');
  const [url, setUrl] = useState('');
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<LinkKind>();
  const [asked, setAsked] = useState(false);
  const add = useCommand('situation.add-link');
  const { writing } = useRespond(incident);
  const address = LinkAddress.safeParse(url);
  const kind = chosen ?? guessKind(url);
  return (
    // Escape is for the fields within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="mt-1 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (writing !== undefined || !address.success) return;
        add.mutate({ incidentId: incident.id, url: address.data, kind, label: label.trim() });
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        onDone();
      }}
    >
      <TextField
        label={t('address')}
        placeholder={t('addressExample')}
        inputMode="url"
        maxLength={2_000}
        // Asked for by a button: the next thing is to paste.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        error={asked && !address.success ? t('notTaken') : undefined}
      />
      <SelectField
        label={t('kind')}
        value={kind}
        onChange={(event) => setChosen(LinkKind.safeParse(event.target.value).data)}
      >
        {LINK_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('label')}
        optional={common('optional')}
        maxLength={120}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" blocked={writing}>
          {now('add')}
        </Button>
      </div>
    </form>
  );
};
