import type { StreamId } from '@sitrep/shared/kernel/event';
import { aggregateNameOf } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import { SETTINGS_STREAM } from '@sitrep/shared/settings/commands';
import { initialSettings, type SettingsState } from '@sitrep/shared/settings/state';
import type { OpenSet } from './open-set.ts';

/** Rooms that memory follows, by their streams. */
export function* openRooms(openSet: OpenSet): IterableIterator<readonly [StreamId, Room]> {
  for (const [stream, { state }] of openSet.entries()) {
    if (aggregateNameOf(stream) === 'incident') yield [stream, state as Room];
  }
}

/** As they are now; as they were delivered where nobody has changed them. */
export const settingsNow = (openSet: OpenSet): SettingsState =>
  (openSet.get(SETTINGS_STREAM)?.state as SettingsState | undefined) ?? initialSettings;
