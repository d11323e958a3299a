import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { StoreApi } from 'zustand/vanilla';
import { createForetell } from './foretell.ts';
import type { LiveRoom, SendCommand } from './live-client.ts';
import { createLiveRoom, type OpenableRoom, type RoomPorts } from './live-room.ts';
import type { Outbox } from './outbox.ts';
import { createSendCommand, type SendPorts } from './send-command.ts';
import type { UndoState } from './undo-state.ts';
import { createUndo, type Undo } from './undo.ts';

export type ActingPorts = Omit<RoomPorts, 'onEvents' | 'outbox'> &
  Omit<SendPorts, 'watch' | 'outbox'> & {
    readonly outbox: Outbox;
    readonly room: (id: IncidentId) => LiveRoom;
    readonly undoStore: StoreApi<UndoState>;
  };

export type Acting = {
  readonly createRoom: (id: IncidentId, onEvents: RoomPorts['onEvents']) => OpenableRoom;
  readonly sendCommand: SendCommand;
  readonly undo: Undo;
};

/** Rooms and commands: what brings every rule of Sitrep along. */
export const createActing = (ports: ActingPorts): Acting => {
  const { room, outbox, overlayContext, serverNow } = ports;
  const sendCommand = createSendCommand({ ...ports, watch: (sent) => undo.watch(sent) });
  const undo: Undo = createUndo(
    {
      send: sendCommand,
      withdraw: outbox.withdraw,
      foretell: createForetell({ room, overlayContext, serverNow }),
      entriesOf: (id) => room(id).store.getState().entries,
    },
    ports.undoStore,
  );
  return { createRoom: (id, onEvents) => createLiveRoom({ ...ports, onEvents }, id), sendCommand, undo };
};
