import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';

/** What of a room is looked at here. */
export type Seen = { readonly incident: Incident; readonly parts: Pick<RoomParts, 'tasks'> };
