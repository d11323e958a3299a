import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import {
  commandStream,
  decideCommand,
  parseCommand,
  type DecidingContext,
} from '@sitrep/shared/protocol/decide-command';
import { commandDefinition } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import type { Judge } from './plan.ts';

/** Asks the same code that the server decides with, ahead of it; of what is not loaded it knows nothing. */
export const judgeIn = (
  loaded: { readonly id: IncidentId; readonly room: Room } | undefined,
  context: DecidingContext,
): Judge => {
  if (loaded === undefined) return () => ({ says: 'unknown' });
  const stream = `incident/${loaded.id}`;
  return (type, args) => {
    if (args['incidentId'] !== loaded.id) return { says: 'unknown' };
    try {
      // What is new in a command gets its id when it is sent.
      const made = Object.fromEntries((commandDefinition(type).newIds ?? []).map((field) => [field, loaded.id]));
      const command = parseCommand(type, { ...made, ...args });
      if (commandStream(type, command) !== stream) return { says: 'unknown' };
      const events = decideCommand(type, command, loaded.room, context);
      return { says: events.length === 0 ? 'nothing' : 'accepted' };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const missing = (error.details.faults ?? []).map(({ path }) => path);
      return { says: 'refused', why: error.message, missing };
    }
  };
};
