import { MAX_COMMAND_BYTES } from '@sitrep/shared/protocol/http';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { importCommands } from './import-commands.ts';
import { duplicateFinder, importRows, type RowEdit } from './import-rows.ts';
import { personMatcher } from './match-person.ts';
import { parsePasted } from './parse-pasted.ts';
import { placeInTime } from './place-in-time.ts';

const now = Date.UTC(2026, 10, 20, 15, 0);
const ana = { id: 'ana-id' as UserId, name: 'Ana Ruiz', handle: 'ana' };

const rowsOf = (text: string, edits: readonly (readonly [number, RowEdit])[] = [], there = duplicateFinder([])) => {
  const { messages } = parsePasted(text);
  return importRows(messages, {
    times: placeInTime(messages, { zone: 'utc', day: '2026-11-20', now }),
    edits: new Map(edits),
    match: personMatcher([ana]),
    isThere: there,
    now,
  });
};

describe('[WRITE-69] the lines before they become entries', () => {
  it('know the person, the kind and the time', () => {
    const [row] = rowsOf('14:35 Ana Ruiz: decided to fail over');
    expect(row).toMatchObject({
      at: Date.UTC(2026, 10, 20, 14, 35),
      who: 'Ana Ruiz',
      person: ana,
      kind: 'decision',
      text: 'decided to fail over',
      taken: true,
      problem: undefined,
    });
  });

  it('can be corrected', () => {
    const [row] = rowsOf('14:35 Ana: yes', [
      [0, { who: 'Bo', kind: 'finding', text: 'no', time: '2026-11-20T14:30:00', taken: false }],
    ]);
    expect(row).toMatchObject({ who: 'Bo', person: undefined, kind: 'finding', text: 'no', taken: false });
    expect(row?.at).toBe(new Date('2026-11-20T14:30:00').getTime());
  });

  it('get a word back that was no name', () => {
    const [row] = rowsOf('14:35 Rollback: done', [[0, { who: '' }]]);
    expect(row).toMatchObject({ who: '', text: 'Rollback: done' });
  });

  it.each([
    ['15:06 later', {}, 'future'],
    ['15:04 a fast clock', {}, undefined],
    ['14:35 a', { text: ' ' }, 'empty'],
    ['14:35 a', { text: 'x'.repeat(20_001) }, 'tooLongEntry'],
    ['14:35 a', { time: '' }, 'noTime'],
  ])('%j %j: %s', (text, edit, problem) => {
    expect(rowsOf(text, [[0, edit]])[0]?.problem).toBe(problem);
  });

  it('[WRITE-70] are not taken twice: the same words within a minute are there already', () => {
    const there = duplicateFinder([{ text: 'Errors  rise', happenedAt: Date.UTC(2026, 10, 20, 14, 35, 40) }]);
    const rows = rowsOf('14:35 errors rise\n14:37 errors rise\n14:35 others', [], there);
    expect(rows.map(({ taken, duplicate }) => [taken, duplicate])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
  });
});

describe('[WRITE-71] the commands', () => {
  const ids = () => {
    let count = 0;
    return () => `id-${(count += 1)}`;
  };

  it('are one for two hundred entries, all of one import', () => {
    const text = Array.from({ length: 450 }, (_, n) => `14:35 line ${n}`).join('\n');
    const commands = importCommands(rowsOf(text), { newId: ids(), me: ana.id });
    expect(commands.map(({ entries }) => entries.length)).toEqual([200, 200, 50]);
    expect(new Set(commands.map(({ importId }) => importId)).size).toBe(1);
    expect(new Set(commands.flatMap(({ entries }) => entries.map(({ entryId }) => entryId))).size).toBe(450);
  });

  it('are several where the letters of fewer entries fill one', () => {
    const text = Array.from({ length: 50 }, (_, n) => `14:35 ${n} ${'щ"'.repeat(2_000)}`).join('\n');
    const commands = importCommands(rowsOf(text), { newId: ids(), me: ana.id });
    const sizes = commands.map((command) => Buffer.byteLength(JSON.stringify({ ...command, incidentId: ana.id })));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(MAX_COMMAND_BYTES);
    expect(commands.flatMap(({ entries }) => entries)).toHaveLength(50);
  });

  it('say who said it, but not of oneself, and leave out what was left out', () => {
    const rows = rowsOf('14:35 Ana: a\n14:36 Bo: b\n14:37 c\n14:38 d', [[3, { taken: false }]]);
    const [command] = importCommands(rows, { newId: ids(), me: 'bo-id' as UserId });
    expect(command?.entries.map(({ text, saidBy }) => [text, saidBy])).toEqual([
      ['a', { userId: ana.id }],
      ['b', { name: 'Bo' }],
      ['c', undefined],
    ]);
    const [own] = importCommands(rows, { newId: ids(), me: ana.id });
    expect(own?.entries[0]).not.toHaveProperty('saidBy');
  });
});
