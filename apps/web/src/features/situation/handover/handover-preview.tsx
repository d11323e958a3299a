import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { HandoverCardView } from '../../../widgets/handover/card-view.tsx';
import { useCard } from './use-card.ts';

/** What a successor is going to read; it is recorded with the offer. */
export const HandoverPreview = ({ incident, parts }: { incident: Incident; parts: RoomParts }) => (
  <div className="@container min-w-0">
    <HandoverCardView card={useCard(incident, parts)} />
  </div>
);
