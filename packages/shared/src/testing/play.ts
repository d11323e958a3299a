import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Actor } from '../kernel/actor.ts';
import { isRefusal } from '../kernel/errors.ts';
import type { Recorded, StreamId } from '../kernel/event.ts';
import { COMMAND_TYPES, commandDefinition, type CommandType, type SitrepEvent } from '../protocol/catalogue.ts';
import { commandStream, decideCommand, parseCommand } from '../protocol/decide-command.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { ADA, CAI, CAST, MIA, REN, ROZ, SYSTEM, VIC, factsAbout } from './cast.ts';
import { assertStorable } from './given.ts';
import { MINUTE, T0, aggregateOf, recordedIn } from './history.ts';
import { deepFreeze } from './plain-json.ts';

export type Move = { readonly type: CommandType; readonly input: unknown; readonly actor: Actor };

/** A command that was accepted, with the state around it. */
export type Step<State> = {
  readonly command: unknown;
  readonly move: Move;
  readonly events: readonly Recorded<SitrepEvent>[];
  readonly before: State;
  readonly after: State;
};

// Ada more often, or administration would hardly happen.
const actors = fc.constantFrom(...[ADA, ADA, CAI, REN, ROZ, MIA, VIC].map(({ actor }) => actor), SYSTEM);

const moveOf = (type: CommandType): fc.Arbitrary<Move> =>
  fc.record({ type: fc.constant(type), input: arbitraryOf(commandDefinition(type).schema), actor: actors });

/** What the types of commands and events of a room begin with. */
export const ROOM_PREFIXES = [
  'incident',
  'timeline',
  'role',
  'commander',
  'responder',
  'need',
  'situation',
  'handover',
  'hypothesis',
  'mitigation',
  'task',
  'follow-up',
  'checklist',
  'update',
  'clock',
  'escalation',
  'relation',
] as const;

/** Commands of different people at random, many of them out of place. A prefix named twice comes twice as often. */
export const movesOf = (prefixes: readonly string[], maxLength: number): fc.Arbitrary<readonly Move[]> => {
  const types = prefixes.flatMap((prefix) => COMMAND_TYPES.filter((type) => type.startsWith(`${prefix}.`)));
  return fc.array(fc.oneof(...types.map(moveOf)), { maxLength, size: 'max' });
};

/**
 * Plays moves against one stream, as the bus would: what is refused leaves no trace, what is accepted is recorded and
 * folded. States are frozen, so a fold that writes into its input throws.
 */
export const play = <State>(stream: StreamId, moves: readonly Move[]): readonly Step<State>[] => {
  const aggregate = aggregateOf(stream);
  const steps: Step<State>[] = [];
  let state = deepFreeze(aggregate.initialState);
  let version = 0;
  for (const [minute, move] of moves.entries()) {
    const accepted = attempt(stream, move, state, T0 + minute * MINUTE);
    if (accepted === undefined) continue;
    const happened = accepted.events.map((event) => ({ ...event, by: move.actor.ref, at: T0 + minute * MINUTE }));
    const events = recordedIn(stream, happened, version);
    version += events.length;
    const before = state as State;
    state = events.reduce<unknown>((folded, event) => deepFreeze(aggregate.evolve(folded, event)), state);
    steps.push({ command: accepted.command, move, events, before, after: state as State });
  }
  return steps;
};

const attempt = (stream: StreamId, { type, input, actor }: Move, state: unknown, now: number) => {
  try {
    const command = parseCommand(type, input);
    if (commandStream(type, command) !== stream) return undefined;
    const events = decideCommand(type, command, state, { actor, now, facts: factsAbout(CAST) });
    events.forEach(assertStorable);
    return { command, events };
  } catch (error) {
    assert(isRefusal(error), error instanceof Error ? error : String(error));
    return undefined;
  }
};
