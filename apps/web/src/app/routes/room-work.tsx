import type { RoomSeen } from './room-seen.ts';

/** What is being done: what wants a decision first. */
export const RoomWork = (_seen: RoomSeen) => null;
