import assert from 'node:assert/strict';
import type { AlertState } from '../alerts/state.ts';
import type { Integrations } from '../integrations/state.ts';
import type { Actor } from '../kernel/actor.ts';
import { isRefusal, type ErrorCode, type Refusal, type RefusalDetails } from '../kernel/errors.ts';
import type { StreamId } from '../kernel/event.ts';
import type { Directory } from '../people/state.ts';
import { EVENTS, type CommandInput, type CommandType, type SitrepEvent } from '../protocol/catalogue.ts';
import { commandStream, decideCommand, parseCommand } from '../protocol/decide-command.ts';
import type { Room } from '../rooms/room.ts';
import type { SettingsState } from '../settings/state.ts';
import type { SettingsFacts } from '../settings/values.ts';
import { ADA, CAST, factsAbout } from './cast.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from './history.ts';
import { notPlainJson } from './plain-json.ts';

/** Ada asks, one minute after the last event, and the facts know the cast: unless a test says otherwise. */
export type Circumstances = { readonly actor?: Actor; readonly now?: number; readonly facts?: Partial<SettingsFacts> };

/**
 * `given(past).when(command).happens(…)` or `.isRefused(…)`, along the server's very path: schema, visibility, rights,
 * `decide`, then the fold of what came out. Not called `then`: a promise would take it for its own.
 */
export const given = (past: readonly Past[]) => ({
  when: <T extends CommandType>(type: T, input: CommandInput<T>, circumstances: Circumstances = {}): Decision<T> =>
    new Decision<T>(past, outcomeOf(past, type, input, circumstances), circumstances),
});

type StateOf<T extends CommandType> = T extends `people.${string}`
  ? Directory
  : T extends `alert.${string}`
    ? AlertState
    : T extends `integration.${string}`
      ? Integrations
      : T extends `settings.${string}`
        ? SettingsState
        : Room;

type Happened = { readonly events: readonly SitrepEvent[]; readonly stream: StreamId };

class Decision<T extends CommandType> {
  constructor(
    private readonly past: readonly Past[],
    private readonly outcome: Happened | Refusal,
    private readonly circumstances: Circumstances,
  ) {}

  happens(...expected: readonly SitrepEvent[]): this {
    assert.deepEqual(this.happened().events, expected);
    return this;
  }

  /** `saying` is looked for in the refusal's sentence, `details` must be among its details. */
  isRefused(code: ErrorCode, saying: string | RegExp = '', details: RefusalDetails = {}): this {
    const { outcome } = this;
    assert(isRefusal(outcome), `Not refused: ${JSON.stringify(outcome)}`);
    assert.equal(outcome.code, code, outcome.message);
    assert(outcome.message.search(saying) >= 0, `"${outcome.message}" does not say ${String(saying)}`);
    assert.deepEqual({ ...outcome.details, ...details }, outcome.details);
    return this;
  }

  /** Looks at the state afterwards, for what events alone do not show. */
  leadsTo(look: (state: StateOf<T>) => void): this {
    look(this.stateAfter());
    return this;
  }

  private stateAfter(): StateOf<T> {
    const { events, stream } = this.happened();
    const { actor = ADA.actor, now = nowAfter(this.past) } = this.circumstances;
    const last = events.map((event): Past => ({ ...event, by: actor.ref, at: now }));
    const state = foldFrozen(stream, recordedIn(stream, [...this.past, ...last]));
    assert.equal(notPlainJson(state), undefined);
    return state as StateOf<T>;
  }

  private happened(): Happened {
    if (isRefusal(this.outcome)) throw this.outcome;
    return this.outcome;
  }
}

const nowAfter = (past: readonly Past[]): number => T0 + past.length * MINUTE;

const outcomeOf = <T extends CommandType>(
  past: readonly Past[],
  type: T,
  input: CommandInput<T>,
  { actor = ADA.actor, now = nowAfter(past), facts = {} }: Circumstances,
): Happened | Refusal => {
  try {
    const command = parseCommand(type, input);
    const stream = commandStream(type, command);
    const state = foldFrozen(stream, recordedIn(stream, past));
    const events = decideCommand(type, command, state, { actor, now, facts: factsAbout(CAST, facts) });
    events.forEach(assertStorable);
    return { events, stream };
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
};

/** What is decided must be readable when it comes back from the log. */
export const assertStorable = ({ type, data }: SitrepEvent): void => {
  assert.equal(EVENTS[type]?.safeParse(data).error, undefined);
  assert.equal(notPlainJson(data), undefined);
};
