import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import type { ListedIntegration } from './api.ts';
import { HowToConnect } from './how-to-connect.tsx';

type Props = { integration: ListedIntegration; onClose: () => void };

export const ReplaceTokenDialog = ({ integration, onClose }: Props) => {
  const t = useTranslations('integrations');
  const common = useTranslations('common');
  const replace = useCommand('integration.replace-token');
  const blocked = useGate('integration.manage');
  const done = replace.data !== undefined;
  return (
    <Dialog
      title={t('replaceTitle', { name: integration.name })}
      size={done ? 'wide' : 'small'}
      onClose={onClose}
      {...(done ? {} : { description: t('replaceMeaning') })}
    >
      {done ? <HowToConnect source={integration.source} token={replace.data.token} /> : null}
      <ProblemLine problem={replace.error} />
      <DialogActions>
        {done ? (
          <Button variant="primary" onClick={onClose}>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button
              variant="danger"
              blocked={blocked}
              busy={replace.isPending}
              onClick={() => replace.mutate({ integrationId: integration.id })}
            >
              {t('replaceButton')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
};
