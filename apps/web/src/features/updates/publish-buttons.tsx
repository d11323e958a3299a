import type { Incident } from '@sitrep/shared/incidents/state';
import { isCleared } from '@sitrep/shared/updates/decide-publishing';
import type { StatusUpdate, Updates } from '@sitrep/shared/updates/state';
import { Pencil, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { openUpdateComposer } from '../../widgets/update-composer.ts';
import { useBlocked } from './use-blocked.ts';
import { WithoutApproval } from './without-approval.tsx';

type Props = { incident: Incident; updates: Updates; update: StatusUpdate };

/** What its writers do with an update that was not published. */
export const PublishButtons = ({ incident, updates, update }: Props) => {
  const t = useTranslations('updates');
  const publish = useCommand('update.publish');
  const request = useCommand('update.request-approval');
  const [pressing, setPressing] = useState(false);
  const confirm = useGate('update.write', { holders: incident.roles });
  const blocked = useBlocked({ incident, updates, audience: update.audience, content: update.content });
  const about = { incidentId: incident.id, updateId: update.id };
  const cleared = isCleared(update, incident.severity);
  const go = (withoutApproval?: string): void =>
    publish.mutate({
      ...about,
      revision: update.revision,
      ...(withoutApproval === undefined ? {} : { withoutApproval }),
    });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {cleared ? (
          <Button
            variant="primary"
            icon={<Send size={14} aria-hidden />}
            blocked={blocked.publish}
            busy={publish.isPending}
            onClick={() => go()}
          >
            {t('publish')}
          </Button>
        ) : update.status === 'draft' ? (
          <Button variant="primary" blocked={blocked.request} onClick={() => request.mutate(about)}>
            {t('requestApproval')}
          </Button>
        ) : null}
        <IconButton
          label={t('edit')}
          blocked={blocked.write}
          icon={<Pencil size={16} aria-hidden />}
          onClick={() =>
            openUpdateComposer({ incidentId: incident.id, audience: update.audience, updateId: update.id })
          }
        />
        <DiscardButton incident={incident} update={update} blocked={confirm} />
        {cleared || pressing ? null : (
          <Button variant="quiet" className="-ml-2.5" blocked={blocked.publish} onClick={() => setPressing(true)}>
            {t('withoutApproval')}
          </Button>
        )}
      </div>
      {pressing && !cleared ? (
        <WithoutApproval
          blocked={blocked.publish}
          busy={publish.isPending}
          onCancel={() => setPressing(false)}
          onPublish={go}
        />
      ) : null}
      <ProblemLine problem={publish.error ?? request.error} />
    </>
  );
};

const DiscardButton = ({ incident, update, blocked }: Omit<Props, 'updates'> & { blocked: string | undefined }) => {
  const t = useTranslations('updates');
  const discard = useCommand('update.discard');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton
        label={t('discard')}
        blocked={blocked}
        icon={<Trash2 size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      />
      {asking ? (
        <ConfirmDialog
          title={t('discardTitle')}
          description={t('discardMeaning')}
          confirm={t('discard')}
          busy={discard.isPending}
          onConfirm={() =>
            discard.mutate({ incidentId: incident.id, updateId: update.id }, { onSuccess: () => setAsking(false) })
          }
          onClose={() => setAsking(false)}
        >
          <ProblemLine problem={discard.error} />
        </ConfirmDialog>
      ) : null}
    </>
  );
};
