import type { PersonRow } from '@sitrep/shared/people/person-row';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';

export const DeactivateDialog = ({ person, onClose }: { person: PersonRow; onClose: () => void }) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const deactivate = useCommand('people.deactivate');
  const blocked = useGate('people.manage');
  return (
    <Dialog
      title={t('deactivateTitle', { name: person.name })}
      description={t('deactivateMeaning')}
      size="small"
      onClose={onClose}
    >
      <ProblemLine problem={deactivate.error} />
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button
          variant="danger"
          blocked={blocked}
          busy={deactivate.isPending}
          onClick={() => deactivate.mutate({ userId: person.id }, { onSuccess: onClose })}
        >
          {t('deactivateButton')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
