import { ACCOUNT_ROLES, AccountRole } from '@sitrep/shared/kernel/actor';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { INVITES } from './get-invites.ts';
import { handleOf } from './handle-of.ts';
import { inviteLink } from './invite-link.ts';
import { isOnlyHere } from './only-here.ts';

export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('people');
  const [made, setMade] = useState<{ name: string; link: string }>();
  return (
    <Dialog
      title={t('inviteTitle')}
      onClose={onClose}
      {...(made === undefined ? { description: t('inviteMeaning') } : {})}
    >
      {made === undefined ? (
        <InviteForm onMade={setMade} onClose={onClose} />
      ) : (
        <div className="grid gap-3">
          <TextField
            label={t('inviteLink')}
            readOnly
            value={made.link}
            onFocus={(event) => event.currentTarget.select()}
            hint={t('inviteReady', { name: made.name })}
            className="font-mono text-dense"
          />
          {isOnlyHere(window.location.hostname) ? (
            <p className="rounded-m border border-sev3-fg bg-sev3-bg px-3 py-2 text-dense">{t('onlyHere')}</p>
          ) : null}
          <DialogActions>
            <Button onClick={() => setMade(undefined)}>{t('another')}</Button>
            <CopyButton text={made.link} label={t('copyLink')} variant="primary" />
          </DialogActions>
        </div>
      )}
    </Dialog>
  );
};

type FormProps = { onMade: (made: { name: string; link: string }) => void; onClose: () => void };

const InviteForm = ({ onMade, onClose }: FormProps) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const session = useTranslations('session');
  const words = useTranslations('words');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [handle, setHandle] = useState<string>();
  const [role, setRole] = useState<AccountRole>('responder');
  const invite = useCommand('people.invite');
  const blocked = useGate('people.manage');
  const shownHandle = handle ?? handleOf(name);
  const missing = (value: string): string | undefined => (tried && value.trim() === '' ? t('missing') : undefined);
  const faults = {
    name: missing(name) ?? invite.error?.faultOf('name'),
    handle: missing(shownHandle) ?? invite.error?.faultOf('handle'),
  };
  const submit = (): void => {
    if (blocked !== undefined) return;
    setTried(true);
    if (name.trim() === '' || shownHandle.trim() === '') return;
    invite.mutate(
      { name, handle: shownHandle, role },
      {
        onSuccess: ({ token }) => {
          void queries.invalidateQueries({ queryKey: INVITES });
          if (token !== undefined) onMade({ name, link: inviteLink(window.location.origin, token) });
        },
      },
    );
  };
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t('name')}
        required
        maxLength={100}
        // The dialog was asked for to type this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={faults.name}
      />
      <TextField
        label={t('handle')}
        hint={session('handleHint')}
        required
        autoCapitalize="none"
        spellCheck={false}
        value={shownHandle}
        onChange={(event) => setHandle(event.target.value)}
        error={faults.handle}
      />
      <SelectField
        label={t('role')}
        hint={words(`accountRoleMeaning.${role}`)}
        value={role}
        onChange={(event) => setRole(AccountRole.parse(event.target.value))}
      >
        {ACCOUNT_ROLES.map((value) => (
          <option key={value} value={value}>
            {words(`accountRole.${value}`)}
          </option>
        ))}
      </SelectField>
      {faults.name === undefined && faults.handle === undefined ? <ProblemLine problem={invite.error} /> : null}
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" busy={invite.isPending} blocked={blocked}>
          {t('inviteButton')}
        </Button>
      </DialogActions>
    </form>
  );
};
