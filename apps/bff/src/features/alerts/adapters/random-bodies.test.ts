import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ADAPTERS } from './sources.ts';
import { NOW, outcomeOf } from './testing/outcome-of.ts';

// Thousands of bodies; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const adapters = Object.values(ADAPTERS);

/** Values that have broken receivers before. */
const poison = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53 + 2,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\ufeff',
    '\u202egnp.exe',
  ),
  fc.constantFrom<unknown>('__proto__', '0001-01-01T00:00:00Z', '+275760-09-13', '9'.repeat(400), 'x'.repeat(100_000)),
  fc.constantFrom<unknown>('javascript:alert(1)', '{{ $labels.job }}', [], {}, [[[[]]]], { a: { b: {} } }),
  fc.constant<unknown>(JSON.parse('{"__proto__":{"polluted":1}}')),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);
const rarely = { weight: 1, arbitrary: poison };
const names = fc.constantFrom('__proto__', 'constructor', 'toString', 'status');

/** Some fields exchanged for poison, some left out, some added. */
const mutated = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value)) return fc.oneof({ weight: 6, arbitrary: fc.tuple(...value.map(mutated)) }, rarely);
  if (typeof value !== 'object' || value === null) {
    return fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, rarely);
  }
  const entries = Object.entries(value).map(([name, inner]) =>
    fc.oneof(
      { weight: 8, arbitrary: mutated(inner).map((other) => [[name, other] as const]) },
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(names, poison).map((entry) => [entry]) },
    ),
  );
  const record = fc.tuple(...entries).map((all) => Object.fromEntries(all.flat()));
  return fc.oneof({ weight: 6, arbitrary: record }, rarely);
};

describe('[ING-29] a body changed at random is understood or refused, and changes nothing else', () => {
  test.each(adapters.map((adapter) => [adapter.source, adapter] as const))('%s', (_source, adapter) => {
    const texts = fc
      .tuple(
        mutated(adapter.testBody({ id: 'fuzz', startedAt: NOW })),
        fc.constantFrom('"critical"', '1e400', '"\\ud83d"', '['.repeat(40)),
      )
      .map(([value, piece]) => JSON.stringify(value).replace(/"critical"|"firing"/, piece));
    fc.assert(
      fc.property(texts, (text) => {
        outcomeOf(adapter, text);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(adapters.map((adapter) => [adapter.source, adapter] as const))(
    '%s, a title of a megabyte of marks upon marks',
    (_source, adapter) => {
      const zalgo = JSON.stringify(`e${'\u0301'.repeat(500_000)}`);
      const body = JSON.stringify(adapter.testBody({ id: 'zalgo', startedAt: NOW }));
      expect(outcomeOf(adapter, body.replaceAll(/"Test alert[^"]*"/g, zalgo)).readings).toHaveLength(1);
    },
  );
});
