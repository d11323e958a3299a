import { anticipate } from '@sitrep/shared/kernel/decider';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { commandDefinition, type CommandOf, type SitrepEvent } from '@sitrep/shared/protocol/catalogue';
import { commandStream, decideCommand, parseCommand } from '@sitrep/shared/protocol/decide-command';
import type { Room } from '@sitrep/shared/rooms/room';
import type { LiveRoom } from './live-client.ts';
import type { OverlayContext } from './overlay.ts';
import type { Sent } from './undo-state.ts';

export type ForetellPorts = {
  readonly room: (id: IncidentId) => LiveRoom;
  readonly overlayContext: () => OverlayContext | undefined;
  readonly serverNow: () => number;
};

/** What a command will make happen in the room that is on screen: the same code decides it there and on the server. */
export const createForetell = ({ room, overlayContext, serverNow }: ForetellPorts) => {
  const roomOf = (incidentId: unknown): Room | undefined => {
    if (typeof incidentId !== 'string') return undefined;
    const { incident, parts, entries, total } = room(incidentId as IncidentId).store.getState();
    return incident === undefined ? undefined : { ...parts, incident, timeline: { entries, total } };
  };

  return (sent: Sent): readonly Recorded<SitrepEvent>[] => {
    const { type, command: input, commandId } = sent;
    const context = overlayContext();
    const held = roomOf(input['incidentId']);
    if (commandDefinition(type).mode !== 'optimistic' || context === undefined || held === undefined) return [];
    const at = serverNow();
    try {
      const command: CommandOf<typeof type> = parseCommand(type, input);
      const header = {
        stream: commandStream(type, command),
        version: held.timeline.total + 1,
        id: commandId,
        at,
        actor: context.actor.ref,
        commandId,
      };
      const events = decideCommand(type, command, held, { now: at, actor: context.actor, facts: context.facts });
      return events.map((event) => anticipate(event, header));
    } catch (error) {
      if (isRefusal(error)) return [];
      throw error;
    }
  };
};
