import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { FOLLOW_UP_LENGTH } from '@sitrep/shared/tasks/values';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { LineForm } from '../../widgets/line-form.tsx';

type Props = { incidentId: IncidentId; blocked: string | undefined; onClose: () => void };

export const KeepForm = ({ incidentId, blocked, onClose }: Props) => {
  const t = useTranslations('tasks');
  const keep = useCommand('follow-up.keep');
  return (
    <div className="mt-2">
      <LineForm
        label={t('keepText')}
        placeholder={t('keepPlaceholder')}
        maxLength={FOLLOW_UP_LENGTH}
        button={t('keepButton')}
        blocked={blocked}
        onSend={(text) => keep.mutate({ incidentId, text })}
        onClose={onClose}
      />
    </div>
  );
};
