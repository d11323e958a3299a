import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { RoleOffer } from '@sitrep/shared/roster/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useAriaKeys, useKeyHint } from '../../ui/keys.ts';
import { Popover } from '../../ui/popover.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { useRoleNames } from '../../widgets/role-names.ts';

type Props = { incidentId: IncidentId; offer: RoleOffer };

/** Accepting is one press; declining asks for a reason that may be left out. */
export const AnswerOffer = ({ incidentId, offer: { role } }: Props) => {
  const t = useTranslations('roster.notices');
  const accept = useCommand('role.accept');
  const blocked = useGate('incident.take-role');
  const hint = useKeyHint('take-command');
  return (
    <>
      <Button
        variant="primary"
        blocked={blocked}
        busy={accept.isPending}
        aria-keyshortcuts={useAriaKeys('take-command')}
        onClick={() => accept.mutate({ incidentId, role })}
      >
        {t('accept')}
        {hint === undefined ? null : <span className="pointer-coarse:hidden">({hint})</span>}
      </Button>
      <Decline incidentId={incidentId} role={role} />
      <ProblemLine problem={accept.error} />
    </>
  );
};

const Decline = ({ incidentId, role }: { incidentId: IncidentId; role: RoleOffer['role'] }) => {
  const t = useTranslations('roster.notices');
  const common = useTranslations('common');
  const roles = useRoleNames();
  const [reason, setReason] = useState('');
  const decline = useCommand('role.decline');
  const blocked = useGate('incident.take-role');
  return (
    <Popover
      label={t('declineTitle', { role: roles.name(role) })}
      trigger={t('decline')}
      button={{ variant: 'secondary' }}
      className="w-80"
    >
      {({ close }) => (
        <form
          className="grid gap-3 p-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (blocked === undefined) decline.mutate({ incidentId, role, reason }, { onSuccess: close });
          }}
        >
          <TextField
            label={t('why')}
            optional={common('optional')}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <ProblemLine problem={decline.error} />
          <Button type="submit" blocked={blocked} busy={decline.isPending}>
            {t('decline')}
          </Button>
        </form>
      )}
    </Popover>
  );
};
