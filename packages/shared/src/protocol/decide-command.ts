import type { DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { StreamId } from '../kernel/event.ts';
import { parseInput } from '../kernel/parse.ts';
import { can, visibleTo, type Forbidden } from '../kernel/permissions.ts';
import type { SettingsFacts } from '../settings/values.ts';
import {
  AGGREGATES,
  aggregateNameOf,
  commandDefinition,
  decidingState,
  resourceOf,
  visibilityOf,
  type CommandOf,
  type CommandType,
  type SitrepEvent,
} from './catalogue.ts';

/** What every decision may look up: no domain asks for more. */
export type DecidingContext = DecisionContext<SettingsFacts>;

/** @throws Refusal `invalid` with the faults by field. */
export const parseCommand = <T extends CommandType>(type: T, input: unknown): CommandOf<T> =>
  parseInput(commandDefinition(type).schema, input) as CommandOf<T>;

export const commandStream = <T extends CommandType>(type: T, command: CommandOf<T>): StreamId =>
  commandDefinition(type).streamOf(command);

/**
 * What a parsed command makes happen in the state of its stream's aggregate: rights, visibility, then the domain's own
 * `decide`. The server's bus and the browser's overlay both decide with this and nothing else.
 * @throws Refusal
 */
export const decideCommand = <T extends CommandType>(
  type: T,
  command: CommandOf<T>,
  state: unknown,
  context: DecidingContext,
): readonly SitrepEvent[] => {
  const name = aggregateNameOf(commandStream(type, command));
  if (visibleTo(context.actor, visibilityOf(name, state))) return decided(type, command, state, context);
  // Decided as if nothing were there, so that every answer equals the one about a missing thing.
  decided(type, command, AGGREGATES[name].initialState, context);
  throw new Refusal('not-found', 'There is no such incident.');
};

const decided = <T extends CommandType>(
  type: T,
  command: CommandOf<T>,
  state: unknown,
  context: DecidingContext,
): readonly SitrepEvent[] => {
  const definition = commandDefinition(type);
  const resource = resourceOf(type, state, command);
  const verdict = can(context.actor, definition.action, resource);
  if (!verdict.allowed) throw new Refusal('forbidden', `This is for ${verdict.who}${byName(verdict, context)}.`);
  return definition.decide(command, decidingState(type, state), context) as readonly SitrepEvent[];
};

/** Where only holders of roles may, it helps to know who they are. */
const byName = ({ holders = [] }: Forbidden, { facts }: DecidingContext): string => {
  const handles = holders.flatMap((id) => facts.person(id)?.handle ?? []).map((handle) => `@${handle}`);
  return handles.length === 0 ? '' : `: ${[...new Set(handles)].join(', ')}`;
};
