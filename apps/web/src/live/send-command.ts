import { commandDefinition, type CommandType } from '@sitrep/shared/protocol/catalogue';
import { parseCommand } from '@sitrep/shared/protocol/decide-command';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import { CommandProblem, problemOf } from './command-problem.ts';
import type { Api } from './http-api.ts';
import { newId } from './ids.ts';
import type { SendCommand, SendOptions, SessionState } from './live-client.ts';
import type { Outbox } from './outbox.ts';
import type { PendingConfirmed } from './pending-confirmed.ts';
import { postCommand } from './post-command.ts';
import type { Undo } from './undo.ts';

export type SendPorts = {
  readonly api: Api;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly pending: PendingConfirmed;
  readonly session: () => SessionState;
  readonly serverNow: () => number;
  /** Resolves once the room, where it is open, shows everything up to the position. */
  readonly shownInRoom: (incidentId: string, position: number) => Promise<void>;
  /** Sees each command before it goes, and then its answer: what is done can be taken back. */
  readonly watch: Undo['watch'];
};

type Fields = Readonly<Record<string, unknown>>;

/** Ids are made once, here: a second try then is about the same thing. */
const withMadeIds = (type: CommandType, draft: Fields): Fields => {
  const made = (commandDefinition(type).newIds ?? []) as readonly string[];
  return { ...Object.fromEntries(made.map((field) => [field, newId()])), ...draft };
};

export const createSendCommand = (ports: SendPorts): SendCommand => {
  const sendConfirmed = async (type: CommandType, command: Fields, commandId: string, signal?: AbortSignal) => {
    const { incidentId } = command;
    const end = typeof incidentId === 'string' ? ports.pending.begin(incidentId, type) : () => {};
    try {
      const answer = await postCommand(ports.api, { type, command, commandId }, signal);
      // The mark goes when the new value is on screen, not a moment before.
      if (typeof incidentId === 'string') void ports.shownInRoom(incidentId, answer.position).finally(end);
      return answer;
    } catch (error) {
      end();
      throw error;
    }
  };

  const sendOptimistic = (type: CommandType, input: Fields, commandId: string) => {
    const session = ports.session();
    if (session.status !== 'signed-in') throw new CommandProblem({ code: 'unauthenticated', detail: '' });
    const command = parsed(type, input);
    const writtenAt = ports.serverNow();
    return ports.outbox.add({ commandId, userId: session.me.id, protocol: PROTOCOL, type, command, writtenAt });
  };

  return async (type, draft, { commandId = newId(), partOf, signal }: SendOptions = {}) => {
    const input = withMadeIds(type, draft);
    const watched = ports.watch({ type, command: input, commandId, partOf });
    const answer =
      commandDefinition(type).mode === 'optimistic'
        ? sendOptimistic(type, input, commandId)
        : sendConfirmed(type, input, commandId, signal);
    watched(answer);
    return answer;
  };
};

/** What its schema has against a draft, before it is sent: an optimistic one is out of the writer's hands then. */
export const faultOf = (type: CommandType, draft: Fields): CommandProblem | undefined => {
  try {
    parsed(type, withMadeIds(type, draft));
    return undefined;
  } catch (error) {
    if (error instanceof CommandProblem) return error;
    throw error;
  }
};

const parsed = (type: CommandType, input: Fields): unknown => {
  try {
    return parseCommand(type, input);
  } catch (error) {
    throw problemOf(error) ?? error;
  }
};
