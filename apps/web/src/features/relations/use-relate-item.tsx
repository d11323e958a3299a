import type { Incident } from '@sitrep/shared/incidents/state';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { MenuItem } from '../../ui/menu-item.ts';
import { useGate } from '../../widgets/gate.ts';
import { openRelate } from './relate-store.ts';

/** For the menu of the room. */
export const useRelateItem = (incident: Incident | undefined): readonly MenuItem[] => {
  const t = useTranslations('relations');
  const blocked = useGate('incident.relate');
  if (incident === undefined) return [];
  return [
    {
      id: 'relate',
      section: '',
      label: t('relateItem'),
      icon: <Link2 size={16} aria-hidden />,
      blocked,
      onSelect: () => openRelate(incident.id),
    },
  ];
};
