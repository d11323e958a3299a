import * as z from 'zod/mini';
import type { Decide, Facts } from './decider.ts';
import type { DomainEvent, StreamId } from './event.ts';
import type { IncidentId } from './ids.ts';
import type { Action } from './permissions.ts';

/**
 * `optimistic`: shown at once, may wait in the offline queue. `confirmed`: pending in the same frame, shown when the
 * server has accepted it, disabled while offline.
 */
export type CommandMode = 'optimistic' | 'confirmed';

export type CommandDefinition<Command, State, Event extends DomainEvent, Known extends Facts = Facts> = {
  readonly schema: z.ZodMiniType<Command, unknown>;
  readonly mode: CommandMode;
  /** The right it takes, checked before the state is looked at; rules about the state are `decide`'s. */
  readonly action: Action;
  /** One sentence for OpenAPI and the palette. */
  readonly summary: string;
  /** Id fields that the server fills in where the caller left them out. */
  readonly newIds?: readonly (keyof Command & string)[];
  /** Field that takes the hash of a token which the server makes and answers once. */
  readonly tokenHash?: keyof Command & string;
  /** Counter whose next value arrives as `facts.number`, advanced in the same append. */
  counter?(now: number): string;
  streamOf(command: Command): StreamId;
  readonly decide: Decide<Command, State, Event, Known>;
};

/** Of a command about one incident. */
export const incidentStream = ({ incidentId }: { readonly incidentId: IncidentId }): StreamId =>
  `incident/${incidentId}`;

/**
 * Infers `Command` from the schema, so that a definition is written once. A field that the schema does not have is
 * refused: swallowed, a slip such as `sev` for `severity` would do something else than was asked.
 */
export const defineCommand =
  <State, Event extends DomainEvent, Known extends Facts = Facts>() =>
  <Schema extends z.ZodMiniObject>(
    definition: { readonly schema: Schema } & Omit<CommandDefinition<z.output<Schema>, State, Event, Known>, 'schema'>,
  ): typeof definition => ({ ...definition, schema: z.catchall(definition.schema, z.never()) as unknown as Schema });
