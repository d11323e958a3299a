import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { HandoverDialog } from './handover-dialog.tsx';

/** Beside the answer to an offer of command: what it is that one takes over. */
export const ReadCard = ({ incident, parts }: { incident: Incident; parts: RoomParts }) => {
  const t = useTranslations('handover');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Handshake size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('read')}
      </Button>
      {open ? <HandoverDialog incident={incident} parts={parts} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
