import type { Incident } from '@sitrep/shared/incidents/state';
import { Archive, BellOff, Copy, Ellipsis, History, Merge, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { usePast } from '../../../widgets/past.ts';
import { CloseDialog, type ClosingKind } from './close-dialog.tsx';
import { ReopenDialog } from './reopen-button.tsx';

type Props = {
  incident: Incident;
  /** Offered before the rest. */
  more: readonly MenuItem[];
  onSeeAt: () => void;
};

/** Ways to close that are taken from every status. */
const ENDS = [
  { as: 'merged', Icon: Merge },
  { as: 'duplicate', Icon: Copy },
  { as: 'false-alarm', Icon: BellOff },
] as const;

/** What is done rarely. */
export const RoomMenu = ({ incident, more, onSeeAt }: Props) => {
  const t = useTranslations('incident.header');
  const past = useTranslations('past');
  const isPast = usePast() !== undefined;
  const [open, setOpen] = useState<ClosingKind | 'close' | 'reopen'>();
  const mayClose = useGate('incident.close', { holders: incident.roles });
  const mayReopen = useGate('incident.respond', { holders: incident.roles });
  const { status } = incident;
  const items: readonly MenuItem[] = [
    ...more,
    ...(isPast
      ? []
      : [{ id: 'at', label: past('choose'), icon: <History size={16} aria-hidden />, onSelect: onSeeAt }]),
    ...(status === 'resolved' || status === 'closed'
      ? [
          {
            id: 'reopen',
            label: t('reopen'),
            icon: <RotateCcw size={16} aria-hidden />,
            blocked: mayReopen,
            onSelect: () => setOpen('reopen'),
          },
        ]
      : []),
    ...(status === 'closed'
      ? []
      : [
          {
            id: 'close',
            section: '',
            label: t('closeIncident'),
            icon: <Archive size={16} aria-hidden />,
            blocked: mayClose,
            onSelect: () => setOpen('close'),
          },
          ...ENDS.map(({ as, Icon }): MenuItem => ({
            id: `close-${as}`,
            label: t(`closeAs.${as}`),
            icon: <Icon size={16} aria-hidden />,
            blocked: mayClose,
            onSelect: () => setOpen(as),
          })),
        ]),
  ];
  return (
    <>
      <Menu
        label={t('more')}
        trigger={<Ellipsis size={16} aria-hidden />}
        items={items}
        button={{ variant: 'quiet', className: '!px-1.5' }}
      />
      {open === undefined || open === 'reopen' ? null : (
        <CloseDialog incident={incident} as={open === 'close' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
      {open === 'reopen' ? <ReopenDialog incident={incident} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
};
