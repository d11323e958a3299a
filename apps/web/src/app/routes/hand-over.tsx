import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import { useEffect } from 'react';
import { closeHandOver, useHandOverStore } from '../../features/roster/hand-over-store.ts';
import { HandOverDialog } from '../../features/roster/hand-over-dialog.tsx';

/** The dialog of the room that is open; it does not wait for the next one. */
export const HandOver = ({ incident, roster }: { incident: Incident; roster: Roster }) => {
  const { open } = useHandOverStore();
  useEffect(() => closeHandOver, []);
  return open ? <HandOverDialog incident={incident} roster={roster} onClose={closeHandOver} /> : null;
};
