import type { Incident } from '@sitrep/shared/incidents/state';
import { handoverCard } from '@sitrep/shared/rooms/handover/handover-card';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { HandoverCard } from '@sitrep/shared/situation/handover-card';
import { useMemo } from 'react';
import { useSettings } from '../../../live/react.tsx';

/** The card of the room as it is now. */
export const useCard = (incident: Incident, parts: RoomParts): HandoverCard => {
  const { values: settings } = useSettings();
  return useMemo(() => handoverCard({ ...parts, incident }, settings), [incident, parts, settings]);
};
