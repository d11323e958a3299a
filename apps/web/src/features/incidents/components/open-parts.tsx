import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { Info } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useBoard, useRoomPart } from '../../../live/react.tsx';

const relations = (parts: RoomParts): RoomParts['relations'] => parts.relations;

/** Who closes a parent is told which of its parts go on. */
export const OpenParts = ({ incidentId }: { incidentId: IncidentId }) => {
  const t = useTranslations('incident.close');
  const { rows } = useBoard();
  const { items } = useRoomPart(incidentId, relations);
  const open = items.filter(({ kind, otherId }) => kind === 'child' && rows.some(({ id }) => id === otherId));
  if (open.length === 0) return null;
  return (
    <p className="flex items-start gap-2 rounded-m border border-border bg-raised px-3 py-2">
      <Info size={16} aria-hidden className="mt-0.5 shrink-0 text-text-2" />
      {t('openParts', { keys: open.map(({ key }) => key).join(', '), count: open.length })}
    </p>
  );
};
