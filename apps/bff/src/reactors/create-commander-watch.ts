import { aggregateNameOf } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import { SETTINGS_STREAM } from '@sitrep/shared/settings/commands';
import { initialSettings, type SettingsState } from '@sitrep/shared/settings/state';
import type { Core } from '../core.ts';
import type { Logger } from '../ports/logger.ts';
import { CommanderWatch, type CommanderWatchDeps } from './commander-watch.ts';

export const createCommanderWatch = (
  { bus, clock, openSet, people }: Core,
  logger: Logger,
  connected: CommanderWatchDeps['connected'],
): CommanderWatch =>
  new CommanderWatch({
    bus,
    clock,
    logger,
    connected,
    *openRooms() {
      for (const [stream, { state }] of openSet.entries()) {
        if (aggregateNameOf(stream) === 'incident') yield state as Room;
      }
    },
    isActive: (id) => people.person(id) !== undefined,
    awayAfterMs: () => {
      const settings = openSet.get(SETTINGS_STREAM)?.state as SettingsState | undefined;
      return (settings ?? initialSettings).values.watchdogs.commanderAway;
    },
  });
