import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigations } from '@sitrep/shared/mitigations/state';
import { useKeys } from '../../ui/keys.ts';
import { useHaltNow } from './use-halt-now.tsx';

/** Works wherever one is in the room, and whatever else is on screen. */
export const HaltKey = ({ incident, mitigations }: { incident: Incident; mitigations: Mitigations }) => {
  const { halt, chooser } = useHaltNow(incident, mitigations);
  useKeys([{ id: 'halt', run: halt }]);
  return chooser;
};
