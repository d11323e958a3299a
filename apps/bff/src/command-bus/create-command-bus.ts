import { counterStream } from '@sitrep/shared/kernel/counter';
import { anticipate } from '@sitrep/shared/kernel/decider';
import { isRefusal, Refusal } from '@sitrep/shared/kernel/errors';
import type { DomainEvent, StreamId } from '@sitrep/shared/kernel/event';
import {
  commandDefinition,
  EVENT_SCHEMA,
  type AnyCommand,
  type CommandOf,
  type CommandType,
} from '@sitrep/shared/protocol/catalogue';
import { commandStream, decideCommand, parseCommand } from '@sitrep/shared/protocol/decide-command';
import type { Clock } from '../ports/clock.ts';
import { isEventLogFault, type AppendOutcome, type EventLog, type EventLogFault } from '../ports/event-log.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Versioned } from '../ports/snapshot-store.ts';
import type { OpenSet } from '../projections/open-set.ts';
import { loadStream, type Pipeline } from '../projections/pipeline.ts';
import { Ahead } from './ahead.ts';
import type { CommandBus, CommandRequest, Executed } from './command-bus.ts';
import { factStreams, gatherFacts } from './gather-facts.ts';
import { hashToken, tokenFor } from './token.ts';

export type CommandBusDeps = {
  readonly log: EventLog;
  readonly openSet: OpenSet;
  readonly pipeline: Pipeline;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** Key of the tokens that commands make; never leaves the server. */
  readonly secret: string;
};

/** A parsed command with the streams that its decision reads. */
type Prepared = {
  readonly request: CommandRequest;
  readonly definition: AnyCommand;
  readonly command: CommandOf<CommandType>;
  readonly stream: StreamId;
};

type Line = { readonly stream: StreamId; readonly held: Versioned; readonly events: readonly DomainEvent[] };

type Decision = { readonly lines: readonly Line[]; readonly now: number } | { readonly refusal: Refusal | undefined };

// Conflicts come from other nodes or follow a failed append; each attempt decides on what is true by then.
const ATTEMPTS = 5;

export const createCommandBus = (deps: CommandBusDeps): CommandBus => {
  const { log, openSet, pipeline, clock, ids } = deps;
  const ahead = new Ahead();
  const underWay = new Map<string, Promise<Executed>>();
  pipeline.onApplied((batch) => {
    for (const { event } of batch) ahead.applied(event);
  });

  const inMemory = (stream: StreamId): Versioned | undefined => ahead.get(stream) ?? openSet.get(stream);

  /** States of streams that have left memory, or that never were. */
  const loadMissing = async (streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, Versioned>> => {
    const missing = streams.filter((stream) => inMemory(stream) === undefined);
    if (missing.length === 0) return NONE_LOADED;
    return new Map(await Promise.all(missing.map(async (stream) => [stream, await loadStream(log, stream)] as const)));
  };

  const attempt = async (prepared: Prepared): Promise<Executed> => {
    const { request, definition, command, stream } = prepared;
    const startedAt = clock.now();
    const counter = definition.counter?.(startedAt);
    const readFrom = [stream, ...factStreams(command)];
    const loaded = await loadMissing(counter === undefined ? readFrom : [...readFrom, counterStream(counter)]);
    const held = (wanted: StreamId): Versioned => inMemory(wanted) ?? loaded.get(wanted) ?? evicted(wanted);
    // From here to `begin` nothing awaits: what is decided on is what the append expects.
    const decision = decide(prepared, held, startedAt, counter);
    if ('lines' in decision) return executed(await append(request, decision.lines, decision.now));
    // "No" and "already so" may rest on appends that are not durable yet: it stands once they are, else look again.
    if (!(await allAppended(ahead.pendingOn(readFrom)))) return attempt(prepared);
    const accepted = await log.outcomeOf(request.actor.ref, request.commandId);
    if (accepted !== undefined) return executed(accepted);
    if (decision.refusal !== undefined) throw decision.refusal;
    return { outcome: 'unchanged', events: [], position: log.head() };
  };

  const decide = (
    { request, command, stream }: Prepared,
    held: (stream: StreamId) => Versioned,
    now: number,
    counter: string | undefined,
  ): Decision => {
    const counterHeld = counter === undefined ? undefined : held(counterStream(counter));
    const number = counterHeld === undefined ? 0 : (counterHeld.state as number) + 1;
    const facts = gatherFacts(command, (wanted) => held(wanted).state, number);
    const target = held(stream);
    try {
      const events = decideCommand(request.type, command, target.state, { now, actor: request.actor, facts });
      if (events.length === 0) return { refusal: undefined };
      const lines: Line[] = [{ stream, held: target, events }];
      if (counter !== undefined && counterHeld !== undefined) {
        const advanced = { type: 'counter.advanced', data: { value: number } };
        lines.push({ stream: counterStream(counter), held: counterHeld, events: [advanced] });
      }
      return { lines, now };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { refusal: error };
    }
  };

  const append = async (
    { actor, commandId }: CommandRequest,
    lines: readonly Line[],
    at: number,
  ): Promise<AppendOutcome> => {
    const streams = lines.map(({ stream, held, events }) => ({
      stream,
      expectedVersion: held.version,
      events: events.map((event) => ({ ...event, id: ids.id(), schema: EVENT_SCHEMA })),
    }));
    const appending = log.append(streams, { actor: actor.ref, commandId, at });
    const places = streams.map(({ stream, events }, index) => {
      const held = lines[index]?.held ?? evicted(stream);
      const coming = events.map(({ id, type, data }, further) => {
        const version = held.version + further + 1;
        return anticipate({ type, data }, { stream, version, id, at, actor: actor.ref, commandId });
      });
      return ahead.begin(stream, held, coming, appending);
    });
    try {
      const outcome = await appending;
      for (const place of places) {
        if (outcome.outcome === 'appended') ahead.succeeded(place);
        else ahead.failed(place);
      }
      return outcome;
    } catch (error) {
      for (const place of places) ahead.failed(place);
      throw error;
    }
  };

  const execute = async (request: CommandRequest): Promise<Executed> => {
    const definition = commandDefinition(request.type);
    const token = definition.tokenHash === undefined ? undefined : tokenFor(deps.secret, request);
    const command = parseCommand(request.type, completed(definition, request.input, ids, token));
    const prepared = { request, definition, command, stream: commandStream(request.type, command) };
    for (let attempts = 1; ; attempts += 1) {
      try {
        const result = await attempt(prepared);
        return token === undefined || result.outcome === 'unchanged' ? result : { ...result, token };
      } catch (error) {
        if (!isEventLogFault(error)) throw error;
        if (error.code !== 'version-conflict' || attempts === ATTEMPTS) throw refusalOf(error);
        await pipeline.appliedUpTo(log.head());
      }
    }
  };

  return {
    execute: async (request) => {
      const key = `${request.actor.ref} ${request.commandId}`;
      const same = underWay.get(key);
      if (same !== undefined) {
        const first = await same;
        return first.outcome === 'accepted' ? { ...first, outcome: 'repeated' } : first;
      }
      const executing = execute(request);
      underWay.set(key, executing);
      try {
        return await executing;
      } finally {
        underWay.delete(key);
      }
    },
  };
};

const allAppended = async (appends: readonly Promise<AppendOutcome>[]): Promise<boolean> => {
  const settled = await Promise.allSettled(appends);
  return settled.every((append) => append.status === 'fulfilled' && append.value.outcome === 'appended');
};

const NONE_LOADED: ReadonlyMap<StreamId, Versioned> = new Map();

/** A stream can leave memory while another is being read; the next attempt reads it too. */
const evicted = (stream: StreamId): never => {
  throw Object.assign(new Error(`${stream} left memory while a command was being decided.`), {
    name: 'EventLogFault',
    code: 'version-conflict',
  });
};

const executed = (outcome: AppendOutcome): Executed => ({
  outcome: outcome.outcome === 'appended' ? 'accepted' : 'repeated',
  events: outcome.events,
  position: outcome.events.at(-1)?.position ?? 0,
});

/** The input with the ids and the token's hash that the server adds. */
const completed = (definition: AnyCommand, input: unknown, ids: IdGenerator, token: string | undefined): unknown => {
  const wanted = definition.newIds ?? [];
  if (wanted.length === 0 && token === undefined) return input;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const fields = new Map<string, unknown>(Object.entries(input));
  for (const field of wanted) if (fields.get(field) === undefined) fields.set(field, ids.id());
  if (definition.tokenHash !== undefined && token !== undefined) fields.set(definition.tokenHash, hashToken(token));
  return Object.fromEntries(fields);
};

const refusalOf = (fault: EventLogFault): Refusal =>
  fault.code === 'version-conflict'
    ? new Refusal('conflict', 'Others changed this at the same moment. Look again, then repeat.')
    : new Refusal('unavailable', 'The log cannot be written right now; nothing was changed. Try again.', {
        retryAfterS: 5,
      });
