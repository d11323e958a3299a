import type { Recorded } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { RoomEvent } from '@sitrep/shared/rooms/room';
import type { OpenableRoom, RoomPorts } from './live-room.ts';
import type { Outbox } from './outbox.ts';

export type LiveRooms = {
  readonly room: (id: IncidentId) => OpenableRoom;
  /** Takes what the rooms on screen show by themselves out of the outbox. */
  readonly letGoOfShown: () => void;
  readonly shownInRoom: (incidentId: string, position: number) => Promise<void>;
};

export type RoomsPorts = {
  readonly outbox: Outbox;
  readonly createRoom: (id: IncidentId, onEvents: RoomPorts['onEvents']) => OpenableRoom;
};

export const createLiveRooms = (ports: RoomsPorts): LiveRooms => {
  const rooms = new Map<string, OpenableRoom>();

  const letGoOfShown = () =>
    ports.outbox.letGo(({ command }, position) => {
      const held = rooms.get((command as { readonly incidentId: string }).incidentId)?.position();
      return held === undefined || held >= position;
    });

  const onEvents = (events: readonly Recorded<RoomEvent>[]) => {
    for (const { commandId, position } of events) {
      ports.outbox.seen(commandId, { position, outcome: 'accepted', events: ofCommand(events, commandId) });
    }
    letGoOfShown();
  };

  return {
    letGoOfShown,
    room: (id) => {
      const room = rooms.get(id) ?? ports.createRoom(id, onEvents);
      rooms.set(id, room);
      return room;
    },
    shownInRoom: async (incidentId, position) => rooms.get(incidentId)?.reached(position),
  };
};

const ofCommand = (events: readonly Recorded<RoomEvent>[], commandId: string) =>
  events.filter((event) => event.commandId === commandId);
