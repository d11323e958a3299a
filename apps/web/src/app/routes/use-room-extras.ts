import type { Incident } from '@sitrep/shared/incidents/state';
import { useNavigate } from '@tanstack/react-router';
import { useExportItems } from '../../features/export/use-export-items.tsx';
import { useRelateItem } from '../../features/relations/use-relate-item.tsx';
import type { MenuItem } from '../../ui/menu-item.ts';

/** For the menu of the room: other incidents, and the room as a file or on paper. */
export const useRoomExtras = (incident: Incident | undefined): readonly MenuItem[] => {
  const navigate = useNavigate();
  const relate = useRelateItem(incident);
  const exports = useExportItems(incident, () => {
    if (incident !== undefined) void navigate({ to: '/incidents/$incident/print', params: { incident: incident.key } });
  });
  return [...relate, ...exports];
};
