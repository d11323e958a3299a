import type { EntryId, IncidentId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { sendByKey } from '../../../ui/send-by-key.ts';

type Props = { target: { incidentId: IncidentId; entryId: EntryId }; onClose: () => void };

export const RetractDialog = ({ target, onClose }: Props) => {
  const t = useTranslations('timeline');
  const common = useTranslations('common');
  const [reason, setReason] = useState('');
  const retract = useCommand('timeline.retract-entry');
  return (
    <Dialog title={t('retractTitle')} description={t('retractMeaning')} size="small" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          retract.mutate({ ...target, ...(reason.trim() === '' ? {} : { reason }) });
          onClose();
        }}
      >
        <TextField
          label={common('reason')}
          optional={common('optional')}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={sendByKey}
        />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger">
            {t('retractButton')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
