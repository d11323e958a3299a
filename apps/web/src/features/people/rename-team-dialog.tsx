import type { TeamRow } from '@sitrep/shared/people/person-row';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';

export const RenameTeamDialog = ({ team, onClose }: { team: TeamRow; onClose: () => void }) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const [name, setName] = useState(team.name);
  const rename = useCommand('people.rename-team');
  const blocked = useGate('people.manage');
  return (
    <Dialog title={t('renameTitle', { name: team.name })} size="small" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked === undefined) rename.mutate({ teamId: team.id, name }, { onSuccess: onClose });
        }}
      >
        <TextField
          label={t('teamName')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={rename.error === null ? undefined : (rename.error.faultOf('name') ?? rename.error.message)}
        />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={rename.isPending} blocked={blocked}>
            {common('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
