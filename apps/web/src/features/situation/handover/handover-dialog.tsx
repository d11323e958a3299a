import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import { HandoverCardView } from '../../../widgets/handover/card-view.tsx';
import { cardMarkdown } from '../../../widgets/handover/markdown.ts';
import { useCardWording } from '../../../widgets/handover/use-card-wording.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { utcStamp } from '../../../widgets/time-format.ts';
import { useRespond } from '../use-respond.ts';
import { useCard } from './use-card.ts';

type Props = { incident: Incident; parts: RoomParts; onClose: () => void };

/** The card as it would be recorded now; it goes on following the room while it is open. */
export const HandoverDialog = ({ incident, parts, onClose }: Props) => {
  const t = useTranslations('handover');
  const common = useTranslations('common');
  // Whoever reads it elsewhere may be in another time zone.
  const card = useCard(incident, parts);
  const wording = useCardWording(utcStamp);
  const record = useCommand('handover.record');
  const { gate, editable } = useRespond(incident);
  const recorded = (): void => {
    showToast({ id: 'handover', title: t('recorded'), tone: 'ok' });
    onClose();
  };
  return (
    <Dialog title={t('title')} description={t('meaning')} onClose={onClose} size="wide">
      <div className="@container">
        <HandoverCardView card={card} />
      </div>
      <ProblemLine problem={record.error} />
      <DialogActions>
        <CopyButton text={cardMarkdown(card, wording)} label={t('copy')} variant="quiet" />
        <Button variant="quiet" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        {editable ? (
          <Button
            variant="primary"
            blocked={gate}
            busy={record.isPending}
            onClick={() => record.mutate({ incidentId: incident.id }, { onSuccess: recorded })}
          >
            {t('record')}
          </Button>
        ) : (
          <Button onClick={onClose}>{common('close')}</Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
