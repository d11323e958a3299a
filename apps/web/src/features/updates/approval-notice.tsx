import type { Incident } from '@sitrep/shared/incidents/state';
import { updateOf, type StatusUpdate, type Updates } from '@sitrep/shared/updates/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMay } from '../../widgets/gate.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { AudienceIcon } from './audience-mark.tsx';

type Props = { incident: Incident; updates: Updates };

/** Customers wait for it: told to commander and deputy wherever in the room they are. */
export const ApprovalNotice = ({ incident, updates }: Props) => {
  const t = useTranslations('updates');
  const actor = useActorNames();
  const decides = useMay('update.approve', { holders: incident.roles });
  const [opened, setOpened] = useState<StatusUpdate['id']>();
  const waiting = updates.items.find(({ status }) => status === 'in-review');
  const shown = opened === undefined ? undefined : updateOf(updates, opened);
  const close = (): void => setOpened(undefined);
  if (!decides) return null;
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {waiting === undefined ? '' : t('approval.title')}
      </p>
      {waiting === undefined ? null : (
        <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border-strong bg-accent-bg px-4 py-1">
          <AudienceIcon audience="external" size={16} />
          <span className="font-medium">{t('approval.title')}</span>
          <span className="min-w-0 flex-1 basis-40 truncate text-text-2">
            {actor(waiting.revisedBy)}: {waiting.content.text}
          </span>
          <Button variant="primary" onClick={() => setOpened(waiting.id)}>
            {t('approval.review')}
          </Button>
        </div>
      )}
      {shown?.status === 'in-review' ? (
        <Dialog title={t('approval.title')} onClose={close}>
          <ApprovalCard incident={incident} updates={updates} update={shown} onDecided={close} inDialog />
        </Dialog>
      ) : null}
    </>
  );
};
