import { isRefusal } from '@sitrep/shared/kernel/errors';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from './json-body.ts';

const LIMITS = { maxDepth: 32 };
const faultOf = (text: string, limits: Parameters<typeof parseJson>[1] = LIMITS) => {
  try {
    parseJson(text, limits);
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, ...error.details.faults?.[0] };
    throw error;
  }
  return undefined;
};
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('[ING-5] depth', () => {
  test('32 levels are taken, brackets in strings do not count', () => {
    expect(parseJson(nested(32), LIMITS)).toHaveLength(1);
    expect(parseJson(`{"a":"${'['.repeat(100)}\\"{{{"}`, LIMITS)).toHaveProperty('a');
  });

  test('the 33rd is refused, with its path', () => {
    expect(faultOf(nested(33))).toMatchObject({ code: 'invalid', message: 'Nested deeper than 32 levels.' });
    expect(faultOf('{"alerts":[1,{"odd key":{"b":[[]]}}]}', { maxDepth: 5 })?.path).toBe('alerts[1]["odd key"].b[0]');
  });

  test('200,000 levels cost no stack', () => {
    expect(faultOf(nested(200_000))?.code).toBe('invalid');
    expect(faultOf('{"a":'.repeat(200_000))?.path).toMatch(/^a(\.a)+…$/);
  });
});

describe('[ING-3] what is not JSON is refused, saying where', () => {
  test.each([
    ['', '', 'a value expected at line 1, column 1, found the end'],
    ['{"a":}', 'a', 'a value expected at line 1, column 6, found "}"'],
    ['{"a":1', 'a', '"," or "}" expected at line 1, column 7, found the end'],
    ['[1,]', '[1]', 'a value expected at line 1, column 4'],
    ['{"alerts":[{"status":"firing",}]}', 'alerts[0].status', 'a name in double quotes expected'],
    ['{\n  "a": 1,\n  b: 2\n}', 'a', 'line 3, column 3, found "b"'],
    ['{"a":1} x', '', 'nothing more expected at line 1, column 9'],
    ['[01]', '[0]', '"," or "]" expected'],
    ["{'a':1}", '', 'a name in double quotes expected'],
    ['["tab\tin it"]', '[0]', 'a value expected'],
    ['service=checkout&event=down', '', 'a value expected at line 1, column 1, found "s"'],
    ['<xml/>', '', 'found "<"'],
    ['NaN', '', 'a value expected'],
  ])('%j', (text, path, message) => {
    expect(faultOf(text)).toMatchObject({ path, message: expect.stringContaining(message) });
  });
});

describe('[ING-27] integers beyond 2^53', () => {
  const limits = { ...LIMITS, bigIntegersAsText: true };
  test.each([
    ['{"groupKey":5615590933959184469}', { groupKey: '5615590933959184469' }],
    ['[-9007199254740993, 12]', ['-9007199254740993', 12]],
    ['["9007199254740993","\\"9007199254740993"]', ['9007199254740993', '"9007199254740993']],
    ['[0.9007199254740991,90071992547409920.0,90071992547409920e1]', [0.9007199254740991, 2 ** 53 * 10, 2 ** 53 * 100]],
    ['[1e-1234567890123456789]', [0]],
    ['[1e400]', [Number.POSITIVE_INFINITY]],
  ])('%s', (text, value) => {
    expect(parseJson(text, limits)).toEqual(value);
  });
});

test('[ING-3] everything JSON is read as it is, and every mutation of it like JSON.parse does', () => {
  const mutated = fc
    .tuple(
      fc.json({ maxDepth: 6 }),
      fc.nat(),
      fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '\u0000', 'x'),
    )
    .map(
      ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
    );
  const byPlatform = (text: string) => {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return 'not JSON';
    }
  };
  const byUs = (text: string) => {
    const fault = faultOf(text);
    return fault === undefined
      ? { value: parseJson(text, LIMITS) }
      : /^Not JSON: .* expected at line/.test(fault.message ?? '') && 'not JSON';
  };
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 6 }), mutated), (text) => {
      expect(byUs(text)).toEqual(byPlatform(text));
    }),
    { numRuns: 500 },
  );
});
