import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { isRefusal } from '../kernel/errors.ts';
import type { Recorded } from '../kernel/event.ts';
import type { CommandType, SitrepEvent } from '../protocol/catalogue.ts';
import { decideCommand, parseCommand } from '../protocol/decide-command.ts';
import { compensation } from '../protocol/undo.ts';
import { ADA, CAI, CAST, REN, ROZ, factsAbout, testId } from '../testing/cast.ts';
import { assertStorable } from '../testing/given.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { holds } from '../testing/holds.ts';
import { INCIDENT, OTHER_INCIDENT, declaredAs, held } from '../testing/incident-past.ts';
import { deepFreeze } from '../testing/plain-json.ts';
import { LIKELY_COMMANDS, plausibleCommand } from '../testing/plausible-command.ts';
import { seeded } from '../testing/seeded.ts';
import { entryOf } from '../timeline/state.ts';
import { roomAggregate, type Room, type RoomEvent } from './room.ts';

const stream = `incident/${INCIDENT}` as const;
const BEGINNING: readonly Past[] = [declaredAs(), held('commander', CAI)];

/** What somebody does next, drawn from a seed by what is in the room then. */
const doing = fc.record({
  seed: fc.nat(),
  actor: fc.constantFrom(...[ADA, CAI, CAI, REN, ROZ].map(({ actor }) => actor)),
});
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

type Done = {
  readonly actor: Actor;
  readonly at: number;
  readonly before: Room;
  readonly after: Room;
  readonly events: readonly Recorded<SitrepEvent>[];
};

const decided = (room: Room, type: CommandType, input: unknown, actor: Actor, now: number) => {
  try {
    const command = parseCommand(type, input);
    return decideCommand(type, command, room, { actor, now, facts: factsAbout(CAST) });
  } catch (error) {
    assert(isRefusal(error), error instanceof Error ? error : String(error));
    return error;
  }
};

const worked = (doings: readonly Doing[]): readonly Done[] => {
  const all: Done[] = [];
  let room = foldFrozen(stream, recordedIn(stream, BEGINNING)) as Room;
  let version = BEGINNING.length;
  let made = 0x1000;
  for (const [index, { seed, actor }] of doings.entries()) {
    const random = seeded(seed);
    const type = LIKELY_COMMANDS[Math.floor(random() * LIKELY_COMMANDS.length)] ?? 'timeline.add-entry';
    const now = T0 + (index + BEGINNING.length) * MINUTE;
    const { input } = plausibleCommand(random, type, {
      room,
      incidentId: INCIDENT,
      otherId: OTHER_INCIDENT,
      people: CAST.map(({ id }) => id),
      now,
      makeId: () => testId((made += 1)),
    });
    const outcome = decided(room, type, input, actor, now);
    if (isRefusal(outcome)) continue;
    outcome.forEach(assertStorable);
    const past = outcome.map((event): Past => ({ ...event, by: actor.ref, at: now }));
    const events = recordedIn(stream, past, version);
    version += events.length;
    const before = room;
    room = events.reduce<Room>(
      (state, event) => deepFreeze(roomAggregate.evolve(state, event as Recorded<RoomEvent>)),
      room,
    );
    all.push({ actor, at: now, before, after: room, events });
  }
  return all;
};

const work = fc.array(doing, { minLength: 20, maxLength: 120, size: 'max' }).map(worked);

const RUNS = { runs: 20 };

const numbersIn = ({ hypotheses, mitigations, tasks, updates }: Room): readonly (readonly number[])[] =>
  [hypotheses, mitigations, tasks, updates].map(({ items }) => items.map(({ number }) => number));

describe('whatever four people work on', () => {
  it('[PRF-30] hypotheses, mitigations, tasks and updates are numbered from 1, without gaps', () => {
    holds(
      fc.property(work, (all) => {
        for (const { after } of all) {
          for (const numbers of numbersIn(after))
            assert.deepEqual(
              numbers,
              numbers.map((_, index) => index + 1),
            );
        }
      }),
      RUNS,
    );
  });

  it('[PRF-31] what can be taken back is taken back, right after, by who did it', () => {
    let takenBack = 0;
    holds(
      fc.property(work, (all) => {
        for (const { before, after, actor, at, events } of all) {
          const entryBefore = (id: string) => {
            const entry = entryOf(before.timeline, id);
            return entry?.origin === 'written' ? entry : undefined;
          };
          const [last] = compensation(events, entryBefore);
          if (last === undefined) continue;
          const outcome = decided(after, last.type, last.command, actor, at + 1);
          assert(!isRefusal(outcome), `${last.type}: ${isRefusal(outcome) ? outcome.message : ''}`);
          takenBack += 1;
        }
      }),
      RUNS,
    );
    assert(takenBack > 0);
  });
});
