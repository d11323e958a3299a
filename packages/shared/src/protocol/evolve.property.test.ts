import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGGREGATES, EVENTS, type AggregateName, type SitrepEvent } from './catalogue.ts';
import { arbitraryOf } from '../testing/arbitrary-of.ts';
import { SETTINGS_STREAM } from '../settings/commands.ts';
import { CAST } from '../testing/cast.ts';
import { aggregateOf, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { holds } from '../testing/holds.ts';
import { ALERT_1, INCIDENT } from '../testing/incident-past.ts';
import { notPlainJson } from '../testing/plain-json.ts';
import { movesOf, play, ROOM_PREFIXES } from '../testing/play.ts';

const PREFIXES: Readonly<Record<AggregateName, readonly string[]>> = {
  incident: ROOM_PREFIXES,
  people: ['people'],
  alert: ['alert'],
  settings: ['settings'],
  integrations: ['integration'],
  counter: ['counter'],
};
const names = Object.keys(AGGREGATES) as AggregateName[];

const by = fc.constantFrom(...CAST.map(({ actor }) => actor.ref), 'system/test' as const, 'integration/x' as const);

/** Events that their schemas allow and nobody decided, in any order. */
const eventsFor = (name: AggregateName): fc.Arbitrary<readonly Past[]> =>
  fc.array(
    fc.oneof(
      ...Object.entries(EVENTS)
        .filter(([type]) => PREFIXES[name].some((prefix) => type.startsWith(`${prefix}.`)))
        .map(([type, schema]) =>
          fc.record({ type: fc.constant(type), data: arbitraryOf(schema), by }).map((event) => event as Past),
        ),
    ),
    { maxLength: 60, size: 'max' },
  );

describe.each(names)('folding %s', (name) => {
  const stream = `${name}/${INCIDENT}` as const;

  it('[INC-13] any events in any order never throws, and writes into nothing that it was given', () => {
    holds(
      fc.property(eventsFor(name), (past) => {
        const state = foldFrozen(stream, recordedIn(stream, past));
        expect(notPlainJson(state)).toBeUndefined();
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }),
      { runs: 300 },
    );
  });

  it('[INC-13] a beginning and then the rest is folding all', () => {
    holds(
      fc.property(eventsFor(name), fc.nat(), (past, cut) => {
        const aggregate = aggregateOf(stream);
        const events = recordedIn(stream, past);
        const beginning = foldFrozen(stream, events.slice(0, cut % (events.length + 1)));
        const rest = events.slice(cut % (events.length + 1));
        expect(rest.reduce<unknown>((state, event) => aggregate.evolve(state, event), beginning)).toStrictEqual(
          foldFrozen(stream, events),
        );
      }),
      { runs: 100 },
    );
  });
});

describe('what is decided', () => {
  // `play` checks each event against its schema; here every aggregate gets its turn.
  it.each(['people', 'alert', 'settings', 'integrations'] as const)(
    '[CAN-7] on %s can be stored and read back',
    (name) => {
      const happened = new Set<SitrepEvent['type']>();
      const streams = {
        settings: SETTINGS_STREAM,
        people: 'people/directory',
        alert: `alert/${ALERT_1}`,
        integrations: 'integrations/registry',
      };
      holds(
        fc.property(movesOf(PREFIXES[name], 60), (moves) => {
          for (const { events } of play(streams[name] as `${string}/${string}`, moves)) {
            for (const { type } of events) happened.add(type);
          }
        }),
        { runs: 100 },
      );
      expect(happened.size).toBeGreaterThan(2);
    },
  );
});
