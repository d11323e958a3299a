import type { Incident } from '@sitrep/shared/incidents/state';
import { useGate, useOffered, useWritingGate } from '../../widgets/gate.ts';

/** What may be changed of the document: `gate` for what waits for the server, `writing` for what may be sent later. */
export const useRespond = ({ roles, status }: Incident) => {
  const resource = { holders: roles };
  const gate = useGate('incident.respond', resource);
  const writing = useWritingGate('incident.respond', resource);
  const offered = useOffered('incident.respond', resource);
  return { gate, writing, editable: offered && status !== 'closed', offered };
};
