import { HYPOTHESIS_LENGTH } from '@sitrep/shared/hypotheses/commands';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { LineForm } from '../../widgets/line-form.tsx';

type Props = { incidentId: IncidentId; blocked: string | undefined; onClose: () => void };

export const SuggestForm = ({ incidentId, blocked, onClose }: Props) => {
  const t = useTranslations('hypotheses');
  const suggest = useCommand('hypothesis.suggest');
  return (
    <div className="mt-2">
      <LineForm
        label={t('suggestField')}
        placeholder={t('suggestPlaceholder')}
        maxLength={HYPOTHESIS_LENGTH}
        button={t('add')}
        blocked={blocked}
        onSend={(text) => suggest.mutate({ incidentId, text })}
        onClose={onClose}
      />
    </div>
  );
};
