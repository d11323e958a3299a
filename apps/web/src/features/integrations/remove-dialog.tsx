import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { INTEGRATIONS, type ListedIntegration } from './api.ts';

export const RemoveDialog = ({ integration, onClose }: { integration: ListedIntegration; onClose: () => void }) => {
  const t = useTranslations('integrations');
  const common = useTranslations('common');
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const remove = useCommand('integration.remove');
  const gate = useGate('integration.manage');
  const confirm = t('removeConfirm', { name: integration.name });
  const blocked = gate ?? (typed.trim() === integration.name ? undefined : confirm);
  return (
    <Dialog
      title={t('removeTitle', { name: integration.name })}
      description={t('removeMeaning')}
      size="small"
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked !== undefined) return;
          remove.mutate(
            { integrationId: integration.id },
            {
              onSuccess: () => {
                void queries.invalidateQueries({ queryKey: INTEGRATIONS });
                onClose();
              },
            },
          );
        }}
      >
        <TextField label={confirm} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <ProblemLine problem={remove.error} />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger" busy={remove.isPending} blocked={blocked}>
            {t('removeButton')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
