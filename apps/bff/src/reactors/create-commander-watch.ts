import type { Core } from '../core.ts';
import type { Logger } from '../ports/logger.ts';
import { openRooms, settingsNow } from '../projections/open-rooms.ts';
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
    openRooms: () => openRooms(openSet),
    isActive: (id) => people.person(id) !== undefined,
    awayAfterMs: () => settingsNow(openSet).values.watchdogs.commanderAway,
  });
