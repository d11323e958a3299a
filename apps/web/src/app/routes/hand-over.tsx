import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { HandoverPreview } from '../../features/situation/handover/handover-preview.tsx';
import { useEffect } from 'react';
import { closeHandOver, useHandOverStore } from '../../features/roster/hand-over-store.ts';
import { HandOverDialog } from '../../features/roster/hand-over-dialog.tsx';

/** The dialog of the room that is open; it does not wait for the next one. */
export const HandOver = ({ incident, parts }: { incident: Incident; parts: RoomParts }) => {
  const { open } = useHandOverStore();
  useEffect(() => closeHandOver, []);
  return open ? (
    <HandOverDialog incident={incident} roster={parts.roster} onClose={closeHandOver}>
      <HandoverPreview incident={incident} parts={parts} />
    </HandOverDialog>
  ) : null;
};
