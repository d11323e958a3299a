import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { RoomEntry } from '../../live/live-client.ts';

/** What the panels of a room show: of now, or of the moment that is looked at. */
export type RoomSeen = {
  readonly incident: Incident;
  readonly parts: RoomParts;
  readonly entries: readonly RoomEntry[];
  /** There are older entries, which are not looked at here. */
  readonly partly: boolean;
};
