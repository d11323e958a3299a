import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { Handshake, Megaphone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { MenuItem } from '../../ui/menu.tsx';
import { useGate } from '../../widgets/gate.ts';
import { AttentionDialog } from './attention-dialog.tsx';
import { HandoverDialog } from './handover/handover-dialog.tsx';

type SituationMenu = {
  readonly items: readonly MenuItem[];
  /** Whichever of them is open. */ readonly dialog: ReactNode;
};

/** What is done rarely with the document: items of the room's menu, and what they open. */
export const useSituationMenu = (incident: Incident | undefined, parts: RoomParts): SituationMenu => {
  const t = useTranslations('handover');
  const attention = useTranslations('situation.attention');
  const [open, setOpen] = useState<'handover' | 'attention'>();
  const gate = useGate('incident.respond', incident === undefined ? {} : { holders: incident.roles });
  if (incident === undefined) return { items: [], dialog: null };
  const close = (): void => setOpen(undefined);
  const items: readonly MenuItem[] = [
    {
      id: 'handover',
      label: t('menu'),
      hint: t('hint'),
      icon: <Handshake size={16} aria-hidden />,
      onSelect: () => setOpen('handover'),
    },
    ...(incident.status === 'closed' || parts.situation.attention !== undefined
      ? []
      : [
          {
            id: 'attention',
            label: attention('expect'),
            icon: <Megaphone size={16} aria-hidden />,
            blocked: gate,
            onSelect: () => setOpen('attention'),
          },
        ]),
  ];
  const dialog =
    open === 'handover' ? (
      <HandoverDialog incident={incident} parts={parts} onClose={close} />
    ) : open === 'attention' ? (
      <AttentionDialog incidentId={incident.id} blocked={gate} onClose={close} />
    ) : null;
  return { items, dialog };
};
