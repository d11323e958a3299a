import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parsePasted } from './parse-pasted.ts';

// Hundreds of random texts take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);
const told = (text: string, known: readonly string[] = []) =>
  parsePasted(text, (name) => known.includes(name.toLowerCase())).messages.map(({ stamp, who, text: said }) =>
    [clock(stamp.clock), who, said].filter((part) => part !== undefined).join(' | '),
  );

describe('[WRITE-60] lines with a time', () => {
  it.each([
    ['14:35 Errors rise', '14:35:00 | Errors rise'],
    ['14:35:02 Ben: rolling back', '14:35:02 | Ben | rolling back'],
    ['14:35 Ben Okafor: rolling back', '14:35:00 | Ben Okafor | rolling back'],
    ['[14:35:02] ben: rolling back', '14:35:02 | ben | rolling back'],
    ['[14:35] <@ben> rolling back', '14:35:00 | ben | rolling back'],
    ['14:35 <ben> rolling back', '14:35:00 | ben | rolling back'],
    ['2:35 PM Errors rise', '14:35:00 | Errors rise'],
    ['12:05 am Errors rise', '00:05:00 | Errors rise'],
    ['12:05pm - Errors rise', '12:05:00 | Errors rise'],
    ['- 14:35: Errors rise', '14:35:00 | Errors rise'],
    ['* 14:35Z – Errors rise', '14:35:00 | Errors rise'],
    ['14:35 | Errors rise', '14:35:00 | Errors rise'],
    ['2026-11-20 14:35:02Z Errors rise', '14:35:02 | Errors rise'],
    ['2026-11-20T14:35:02.417Z Errors rise', '14:35:02 | Errors rise'],
    ['2026-11-20 14:35:02,417 +0100 Errors rise', '14:35:02 | Errors rise'],
    ['2026-11-20 14:35 UTC Errors rise', '14:35:00 | Errors rise'],
    ['Nov 20 14:35:02 db1 kernel: no memory', '14:35:02 | db1 kernel: no memory'],
    ['20/11/2026, 14:35 - Ben Okafor: rolling back', '14:35:00 | Ben Okafor | rolling back'],
    ['[14:35, 20/11/2026] Ben: rolling back', '14:35:00 | Ben | rolling back'],
    ['Yesterday at 14:35 Errors rise', '14:35:00 | Errors rise'],
    ['14:35:02 From Ben Okafor to Everyone: rolling back', '14:35:02 | Ben Okafor | rolling back'],
    ['14:35 Cause: a full disk', '14:35:00 | Cause: a full disk'],
    ['14:35-15:00 window', '14:35:00 | -15:00 window'],
    ['14:35 z is not set', '14:35:00 | z is not set'],
    ['14:35 -!- ben has joined', '14:35:00 | -!- ben has joined'],
  ])('%j', (line, expected) => {
    expect(told(line)).toEqual([expected]);
  });

  it.each(['25:10 no', '14:65 no', '13:05 pm no', 'ratio 3:1', '99/99/2026 14:35 no', '1.14:35', '14:351'])(
    'and not %j',
    (line) => {
      expect(told(line)).toEqual([]);
    },
  );

  it('a lower-case name before a colon is one of those who are known', () => {
    expect(told('14:35 ben: yes')).toEqual(['14:35:00 | ben: yes']);
    expect(told('14:35 ben: yes', ['ben'])).toEqual(['14:35:00 | ben | yes']);
  });
});

describe('[WRITE-61] copied conversations', () => {
  it('name and time above the words', () => {
    const text = `Ana Ruiz  10:32 AM
Checkout answers with 503
since a minute
Ben Okafor  10:33 AM
looking`;
    expect(told(text)).toEqual([
      '10:32:00 | Ana Ruiz | Checkout answers with 503\nsince a minute',
      '10:33:00 | Ben Okafor | looking',
    ]);
  });

  it('name, then the time on a line of its own, and further messages with a time alone', () => {
    const text = `Ana Ruiz
  10:32 AM
Checkout answers with 503
10:33
it is the database

ben
  10:34 AM
on it`;
    expect(told(text)).toEqual([
      '10:32:00 | Ana Ruiz | Checkout answers with 503',
      '10:33:00 | it is the database',
      '10:34:00 | ben | on it',
    ]);
  });

  it('time and name in brackets above the words', () => {
    const text = `[Yesterday 23:58] Ana Ruiz
Checkout answers with 503
[20/11 00:03] Okafor, Ben
looking
[20/11 00:04] Rollback started`;
    expect(told(text)).toEqual([
      '23:58:00 | Ana Ruiz | Checkout answers with 503',
      '00:03:00 | Okafor, Ben | looking',
      '00:04:00 | Rollback started',
    ]);
  });

  it('name, dash, day and time', () => {
    const text = `ana — Today at 14:35
Checkout answers with 503

PagerDuty APP — 20/11/2026 14:36
SEV1`;
    expect(told(text)).toEqual(['14:35:00 | ana | Checkout answers with 503', '14:36:00 | PagerDuty | SEV1']);
  });

  it('name, comma, time', () => {
    expect(told('Ana Ruiz, 14:35\nlooking\nBen, Yesterday 14:36\nme too')).toEqual([
      '14:35:00 | Ana Ruiz | looking',
      '14:36:00 | Ben | me too',
    ]);
  });

  it('a sentence that ends with a time begins no message', () => {
    expect(told('14:40 Checked\nWe deployed at 14:35\nand it broke')).toEqual([
      '14:40:00 | Checked\nWe deployed at 14:35\nand it broke',
    ]);
  });
});

describe('[WRITE-62] what is left out', () => {
  it('is said, with the reason', () => {
    const text = `Incident notes
--- Friday, November 20th ---
14:35 Errors rise
14:36`;
    expect(parsePasted(text).leftOut).toEqual([
      { line: 0, text: 'Incident notes', why: 'first' },
      { line: 1, text: '--- Friday, November 20th ---', why: 'day' },
      { line: 3, text: '14:36', why: 'empty' },
    ]);
  });
});

const HEADS = [
  '14:35 ',
  '[14:35] ',
  '2026-11-20 14:35:02Z ',
  'Ana Ruiz  10:32 AM',
  '10:33',
  'Today',
  '--- 20 Nov 2026 ---',
];

it('[WRITE-63] every line that is not blank is in one message, or among those left out', () => {
  const line = fc.oneof(
    fc.constantFrom(...HEADS, '', '   ', 'Ben', 'ben', '- x', 'Ben: hello', 'some words', 'Cause: x'),
    fc.tuple(fc.constantFrom(...HEADS), fc.string({ maxLength: 20 })).map(([head, rest]) => head + rest),
    fc.string({ maxLength: 30, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      const real = text.split(/\r\n|\r|\n/u).flatMap((value, at) => (value.trim() === '' ? [] : [at]));
      const { messages, leftOut } = parsePasted(text);
      const found = [...messages.flatMap((message) => message.lines), ...leftOut.map((left) => left.line)];
      expect(found.toSorted((a, b) => a - b)).toEqual(real);
    }),
    { numRuns: 200 },
  );
});

it('[WRITE-63] of the words of a line with a time none is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-z0-9()"'/?!=*_.-]{1,9}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.constantFrom('', 'Ben: ', '<ben> ', 'Ben Okafor: '), (said, name) => {
      const line = `14:35 ${name}${said.join(' ')}`;
      const [message] = parsePasted(line).messages;
      const kept = `${message?.who ?? ''} ${message?.text ?? parsePasted(line).leftOut[0]?.text}`;
      for (const word of said) expect(kept).toContain(word.replace(/^-+$/, ''));
    }),
    { numRuns: 1_000 },
  );
});

describe('[WRITE-64] what a tool writes is read back', () => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const message = fc.record({
    hours: fc.integer({ min: 0, max: 23 }),
    minutes: fc.integer({ min: 0, max: 59 }),
    who: fc.constantFrom('Ana Ruiz', 'Ben Okafor', 'Cleo Diaz'),
    lines: fc.array(fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){1,5}[.!]?$/), { minLength: 1, maxLength: 4 }),
  });
  type Message = { hours: number; minutes: number; who: string; lines: readonly string[] };
  const twelve = ({ hours, minutes }: Message) => `${hours % 12 || 12}:${two(minutes)} ${hours < 12 ? 'AM' : 'PM'}`;
  const full = ({ hours, minutes }: Message) => `${two(hours)}:${two(minutes)}`;
  const formats: Readonly<Record<string, (message: Message) => string>> = {
    'time, name, colon': (m) => `${full(m)} ${m.who}: ${m.lines.join('\n')}`,
    'brackets, name, colon': (m) => `[${full(m)}:00] ${m.who}: ${m.lines.join('\n')}`,
    'date, time, dash, name': (m) => `20/11/2026, ${full(m)} - ${m.who}: ${m.lines.join('\n')}`,
    'name and time above': (m) => `${m.who}  ${twelve(m)}\n${m.lines.join('\n')}`,
    'name above time': (m) => `${m.who}\n  ${twelve(m)}\n${m.lines.join('\n')}`,
    'bracketed time and name above': (m) => `[${full(m)}] ${m.who}\n${m.lines.join('\n')}`,
    'name, dash, day, time above': (m) => `${m.who} — Today at ${full(m)}\n${m.lines.join('\n')}\n`,
  };
  it.each(Object.entries(formats))('%s', (_name, format) => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 6 }), (said) => {
        expect(told(said.map(format).join('\n'))).toEqual(
          said.map((m) => `${full(m)}:00 | ${m.who} | ${m.lines.join('\n')}`),
        );
      }),
    );
  });
});
