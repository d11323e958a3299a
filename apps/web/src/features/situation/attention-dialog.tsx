import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { SayDialog } from '../../widgets/say-dialog.tsx';

type Props = { incidentId: IncidentId; blocked: string | undefined; onClose: () => void };

export const AttentionDialog = ({ incidentId, blocked, onClose }: Props) => {
  const t = useTranslations('situation.attention');
  const set = useCommand('situation.set-attention');
  return (
    <SayDialog
      title={t('title')}
      description={t('why')}
      label={t('reason')}
      button={t('set')}
      blocked={blocked}
      busy={set.isPending}
      problem={set.error}
      onSay={(reason) => set.mutate({ incidentId, expected: true, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
};
