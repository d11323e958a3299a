import { NowPanel } from '../../features/incidents/components/now-panel.tsx';
import type { RoomSeen } from './room-seen.ts';

/** What is true now: the incident state document. */
export const RoomNow = (seen: RoomSeen) => <NowPanel {...seen} />;
