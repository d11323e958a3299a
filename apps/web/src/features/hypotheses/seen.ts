import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { RoomEntry } from '../../live/live-client.ts';

/** What of a room is looked at here. */
export type Seen = {
  readonly incident: Incident;
  readonly parts: Pick<RoomParts, 'hypotheses'>;
  readonly entries: readonly RoomEntry[];
};

/** An entry as one line of text. */
export type TextOf = (entry: RoomEntry) => string;
