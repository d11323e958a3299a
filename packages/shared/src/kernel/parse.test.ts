import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { isRefusal } from './errors.ts';
import { IncidentId } from './ids.ts';
import { parseInput } from './parse.ts';
import { Timestamp, line, prose, sentLine, storable, text } from './text.ts';

const refusal = (schema: z.ZodMiniType, input: unknown) => {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error('Not refused.');
};

describe('reading what comes from outside', () => {
  it('[CAN-7] answers what the schema made of it', () => {
    expect(parseInput(z.object({ title: line(10) }), { title: ' a  b ' })).toEqual({ title: 'a b' });
  });

  it.each([
    [z.string(), undefined, 'This is needed.'],
    [z.string(), 1, 'Expected a text.'],
    [z.number(), '1', 'Expected a number.'],
    [z.int(), 1.5, 'Expected a whole number.'],
    [z.int(), Number.POSITIVE_INFINITY, 'Expected a number.'],
    [z.boolean(), 'true', 'Expected true or false.'],
    [z.array(z.string()), {}, 'Expected a list.'],
    [z.object({}), null, 'Expected an object.'],
    [z.record(z.string(), z.string()), [], 'Expected an object.'],
    [z.date(), 1, 'This has the wrong type.'],
    [z.enum(['a', 'b']), 'c', 'Expected one of a, b.'],
    [z.enum(['a', 'b']), undefined, 'This is needed: a, b.'],
    [z.literal('a'), 'b', 'Expected a.'],
    [z.string().check(z.minLength(2)), 'x', 'Write at least 2 characters.'],
    [z.string().check(z.maxLength(1)), 'xx', 'Write at most 1 character.'],
    [z.array(z.int()).check(z.minLength(1)), [], 'Give at least 1 item.'],
    [z.array(z.int()).check(z.maxLength(1)), [1, 2], 'Give at most 1 item.'],
    [z.int().check(z.gte(1)), 0, 'Must be 1 or more.'],
    [z.int().check(z.gt(1)), 1, 'Must be more than 1.'],
    [z.int().check(z.lte(1)), 2, 'Must be 1 or less.'],
    [z.int().check(z.multipleOf(5)), 2, 'Expected a multiple of 5.'],
    [Timestamp, 253_402_300_800_000, 'Expected UTC milliseconds, of the years 2000 to 9999.'],
    [Timestamp, 1_795_177_078, 'Expected UTC milliseconds, of the years 2000 to 9999.'],
    [IncidentId, 'X', 'Expected an id (a UUID).'],
    [IncidentId, '0195F0A0-7C3D-7000-8000-000000000001', 'Expected lower case.'],
    [z.uuid(), 'x', 'Expected an id (a UUID).'],
    [z.string().check(z.lowercase()), 'X', 'Expected lower case.'],
    [z.string().check(z.regex(/^\d$/)), 'X', 'This has the wrong form.'],
    [z.string().check(z.regex(/^\d$/, 'One digit.')), 'X', 'One digit.'],
    [z.union([z.string(), z.int()]), true, 'This has the wrong form.'],
    [z.string().check(z.refine(() => false)), 'x', 'This has the wrong form.'],
  ])('[CAN-7] says in words what is wrong: %#', (schema, input, message) => {
    expect(refusal(schema, input)).toMatchObject({
      code: 'invalid',
      message,
      details: { faults: [{ path: '', message }] },
    });
  });

  it('[CAN-7] writes paths as one reads them in code', () => {
    const schema = z.object({ a: z.array(z.object({ b: z.record(z.string(), z.int()) })) });
    expect(refusal(schema, { a: [{ b: {} }, { b: { 'x y': '', ok: '' } }] }).details.faults).toEqual([
      { path: 'a[1].b["x y"]', message: 'Expected a number.' },
      { path: 'a[1].b.ok', message: 'Expected a number.' },
    ]);
  });

  it('[CAN-7] names each field that there is not', () => {
    const schema = z.object({ a: z.strictObject({}) });
    expect(refusal(schema, { a: { sev: 1, x: 2 } })).toMatchObject({
      message: 'a.sev: There is no such field. 1 more fault.',
      details: {
        faults: [
          { path: 'a.sev', message: 'There is no such field.' },
          { path: 'a.x', message: 'There is no such field.' },
        ],
      },
    });
  });

  it('[CAN-7] counts the faults, and lists the first twenty', () => {
    const { message, details } = refusal(
      z.array(z.int()),
      Array.from({ length: 10_000 }, () => 'x'),
    );
    expect(message).toBe('[0]: Expected a number. 9999 more faults.');
    expect(details.faults).toHaveLength(20);
    expect(refusal(z.array(z.int()), ['x', 'y']).message).toBe('[0]: Expected a number. 1 more fault.');
  });
});

describe('text', () => {
  it('[INC-2] loses control characters and lone surrogates, keeps line breaks, tabs and pairs', () => {
    expect(storable('a\u0000\u0007\u007f\u0085b\t\r\n\ud800c\udc00\u{1f525}')).toBe('ab\t\r\n\ufffdc\ufffd\u{1f525}');
  });

  it('[TL-1] keeps its lines and loses blanks at its end', () => {
    expect(parseInput(text(10), ' a\n b \n')).toBe(' a\n b');
    expect(parseInput(text(10), ' \n')).toBe('');
    expect(refusal(prose(10), ' \n').message).toBe('Write something first.');
  });

  it('[ALR-8] is cut where a tool sent too much', () => {
    expect(parseInput(sentLine(5), ' ab  cd ')).toBe('ab cd');
    expect(parseInput(sentLine(5), 'abcdef')).toBe('abcd…');
  });
});
