import type { Incident } from '@sitrep/shared/incidents/state';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { useGate } from '../../widgets/gate.ts';
import { DecisionDialog } from '../../widgets/decision-dialog.tsx';

type Props = { incident: Incident; onClose: () => void };

export const EscalateDialog = ({ incident, onClose }: Props) => {
  const t = useTranslations('clocks');
  const escalate = useCommand('escalation.raise');
  const blocked = useGate('incident.escalate');
  return (
    <DecisionDialog
      title={t('escalateTitle')}
      description={t('escalateMeaning')}
      button={t('escalateButton')}
      blocked={blocked}
      busy={escalate.isPending}
      problem={escalate.error}
      onSubmit={(reason) => escalate.mutate({ incidentId: incident.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
};

export const StandDownDialog = ({ incident, onClose }: Props) => {
  const t = useTranslations('clocks');
  const standDown = useCommand('escalation.end');
  const blocked = useGate('clock.defer', { holders: incident.roles });
  return (
    <DecisionDialog
      title={t('standDownTitle')}
      description={t('standDownMeaning')}
      button={t('standDownButton')}
      blocked={blocked}
      busy={standDown.isPending}
      problem={standDown.error}
      onSubmit={(reason) => standDown.mutate({ incidentId: incident.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
};
