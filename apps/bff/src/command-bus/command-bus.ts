import type { Actor } from '@sitrep/shared/kernel/actor';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { StoredEvent } from '../ports/stored-event.ts';

export type CommandRequest = {
  readonly type: CommandType;
  /** As it came in: parsed by the bus with the command's schema. */
  readonly input: unknown;
  readonly actor: Actor;
  /** Idempotency key, unique per actor, 1 to 100 characters. */
  readonly commandId: string;
};

export type Executed = {
  /** `repeated`: accepted before, these are its events of then; `unchanged`: already so, nothing happened. */
  readonly outcome: 'accepted' | 'repeated' | 'unchanged';
  readonly events: readonly StoredEvent[];
  /** Of the last event; of the newest event in the log where there is none. */
  readonly position: number;
  /** Made for the command, shown this once. A repeat answers the same one. */
  readonly token?: string;
};

export interface CommandBus {
  /**
   * Authorise, parse, decide, append; resolves once durable.
   * @throws Refusal for every expected "no"; `unavailable` when the log cannot be written.
   */
  execute(request: CommandRequest): Promise<Executed>;
}
