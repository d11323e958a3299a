import { AlertSource, SOURCES } from '@sitrep/shared/alerts/values';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { INTEGRATIONS } from './api.ts';
import { HowToConnect } from './how-to-connect.tsx';

type Made = { readonly name: string; readonly source: AlertSource; readonly token: string | undefined };

export const ConnectDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('integrations');
  const [made, setMade] = useState<Made>();
  if (made === undefined) return <ConnectForm onMade={setMade} onClose={onClose} />;
  return (
    <Dialog title={t('created', { name: made.name })} size="wide" onClose={onClose}>
      <HowToConnect source={made.source} token={made.token} />
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const ConnectForm = ({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) => {
  const t = useTranslations('integrations');
  const common = useTranslations('common');
  const words = useTranslations('words');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [source, setSource] = useState<AlertSource>('alertmanager');
  const create = useCommand('integration.create');
  const blocked = useGate('integration.manage');
  const fault = create.error?.faultOf('name');
  return (
    <Dialog title={t('connect')} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked !== undefined) return;
          create.mutate(
            { name, source },
            {
              onSuccess: ({ token }) => {
                void queries.invalidateQueries({ queryKey: INTEGRATIONS });
                onMade({ name, source, token });
              },
            },
          );
        }}
      >
        <SelectField
          label={t('source')}
          hint={words(`sourceMeaning.${source}`)}
          value={source}
          onChange={(event) => setSource(AlertSource.parse(event.target.value))}
        >
          {SOURCES.map((value) => (
            <option key={value} value={value}>
              {words(`source.${value}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('name')}
          placeholder={t('namePlaceholder')}
          required
          maxLength={80}
          // The dialog was asked for to type this.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fault}
        />
        {fault === undefined ? <ProblemLine problem={create.error} /> : null}
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={create.isPending} blocked={blocked}>
            {t('create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
