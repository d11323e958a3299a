import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';

type Props = { incidentId: IncidentId; blocked: string | undefined; onClose: () => void };

export const AttentionDialog = ({ incidentId, blocked, onClose }: Props) => {
  const t = useTranslations('situation.attention');
  const common = useTranslations('common');
  const [reason, setReason] = useState('');
  const set = useCommand('situation.set-attention');
  return (
    <Dialog title={t('title')} description={t('why')} onClose={onClose} size="small">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked === undefined) set.mutate({ incidentId, expected: true, reason }, { onSuccess: onClose });
        }}
      >
        <TextArea
          label={t('reason')}
          optional={common('optional')}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemLine problem={set.error} />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={set.isPending} blocked={blocked}>
            {t('set')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
