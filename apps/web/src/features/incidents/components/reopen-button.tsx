import type { Incident } from '@sitrep/shared/incidents/state';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { DecisionDialog } from '../../../widgets/decision-dialog.tsx';

export const ReopenDialog = ({ incident, onClose }: { incident: Incident; onClose: () => void }) => {
  const t = useTranslations('incident.reopen');
  const reopen = useCommand('incident.reopen');
  const blocked = useGate('incident.respond', { holders: incident.roles });
  return (
    <DecisionDialog
      title={t('title', { key: incident.key })}
      button={t('button')}
      blocked={blocked}
      busy={reopen.isPending}
      problem={reopen.error}
      onClose={onClose}
      onSubmit={(reason) => reopen.mutate({ incidentId: incident.id, reason }, { onSuccess: onClose })}
    />
  );
};

export const ReopenButton = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.reopen');
  const [open, setOpen] = useState(false);
  const blocked = useGate('incident.respond', { holders: incident.roles });
  return (
    <>
      <Button blocked={blocked} icon={<RotateCcw size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      {open ? <ReopenDialog incident={incident} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
