import { createStore } from 'zustand/vanilla';
import type { Acting, ActingPorts, createActing } from './acting.ts';
import { unreachable } from './command-problem.ts';
import type { LiveClient, SendCommand } from './live-client.ts';
import { createLiveRooms, type LiveRooms } from './live-rooms.ts';
import type { UndoState } from './undo-state.ts';

export type CreateActing = typeof createActing;

let loaded: CreateActing | undefined;

/** Any other part of the app that comes later waits for it: only the board is there without. */
export const loadActing = async (): Promise<CreateActing> => {
  loaded ??= (await import('./acting.ts')).createActing;
  return loaded;
};

type LaterActing = LiveRooms & Pick<LiveClient, 'sendCommand' | 'undo'> & { readonly forgetUndo: () => void };

/** Rooms and commands, whose code comes after the first paint of the board; `given` where it need not be loaded. */
export const createLaterActing = (
  ports: Omit<ActingPorts, 'room' | 'shownInRoom' | 'undoStore'>,
  given: CreateActing | undefined,
): LaterActing => {
  const undoStore = createStore<UndoState>(() => ({ stack: [] }));
  let acting: Acting | undefined;

  const begin = (create: CreateActing): Acting => {
    acting ??= create({ ...ports, room: rooms.room, shownInRoom: rooms.shownInRoom, undoStore });
    return acting;
  };
  const current = (): Acting | undefined => {
    const create = given ?? loaded;
    return create === undefined ? undefined : begin(create);
  };

  const rooms = createLiveRooms({
    outbox: ports.outbox,
    createRoom: (id, onEvents) => {
      const there = current();
      if (there === undefined) throw new Error('A part of the app shows a room and did not wait for what that takes.');
      return there.createRoom(id, onEvents);
    },
  });

  const loadedNow = (): Promise<CreateActing> =>
    loadActing().catch(() => {
      throw unreachable();
    });

  // Where it is there the command goes at once: what may wait in the outbox is on screen with the next frame.
  const sendCommand: SendCommand = (type, draft, options) => {
    const there = current();
    if (there !== undefined) return there.sendCommand(type, draft, options);
    return loadedNow().then((create) => begin(create).sendCommand(type, draft, options));
  };

  return {
    ...rooms,
    sendCommand,
    undo: {
      getState: undoStore.getState,
      getInitialState: undoStore.getInitialState,
      subscribe: undoStore.subscribe,
      // Before it is there nothing was done that could be taken back.
      undo: async (commandId) => acting?.undo.undo(commandId),
    },
    forgetUndo: () => acting?.undo.forgetAll(),
  };
};
