import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { ProblemLine } from '../../widgets/problem.tsx';

export const ProfileDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('session');
  const common = useTranslations('common');
  const me = useMe();
  const [name, setName] = useState(me.name);
  const [handle, setHandle] = useState(me.handle);
  const change = useCommand('people.change-profile');
  const blocked = useGate('people.edit-profile', { owner: me.id });
  const faults = { name: change.error?.faultOf('name'), handle: change.error?.faultOf('handle') };
  return (
    <Dialog title={t('profileTitle')} size="small" onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked === undefined) change.mutate({ userId: me.id, name, handle }, { onSuccess: onClose });
        }}
      >
        <TextField
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={faults.name}
        />
        <TextField
          label={t('handle')}
          hint={t('handleHint')}
          autoCapitalize="none"
          spellCheck={false}
          required
          value={handle}
          onChange={(event) => setHandle(event.target.value)}
          error={faults.handle}
        />
        {faults.name === undefined && faults.handle === undefined ? <ProblemLine problem={change.error} /> : null}
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={change.isPending} blocked={blocked}>
            {common('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
