import { describe, expect, it } from 'vitest';
import { indexOf, search, type Searchable } from './palette-index.ts';

const item = (title: string, more: Partial<Searchable> = {}): Searchable => ({ id: title, title, ...more });

const find = (typed: string, items: readonly Searchable[], recent: readonly string[] = []) =>
  search(indexOf(items), typed, { recent, limit: 10 }).map(({ title }) => title);

describe('[KEY-21] ranking', () => {
  it('goes from the exact title by its beginning, its words and its keywords to what is inside and what is near', () => {
    const items = [
      item('Preboarding of the board'),
      item('Skateboard shop'),
      item('Go elsewhere', { keywords: 'board' }),
      item('Board'),
      item('Boarding passes'),
      item('Go to the board'),
    ];
    expect(find('board', items)).toEqual([
      'Board',
      'Boarding passes',
      'Go to the board',
      'Preboarding of the board',
      'Go elsewhere',
      'Skateboard shop',
    ]);
  });

  it('puts what was chosen lately first, among equals only', () => {
    const items = [item('Change severity'), item('Change status'), item('Exchange')];
    expect(find('change', items, ['Exchange', 'Change status'])).toEqual([
      'Change status',
      'Change severity',
      'Exchange',
    ]);
  });

  it('then what is about this screen', () => {
    expect(find('take', [item('Take a role'), item('Take command', { weight: 1 })])).toEqual([
      'Take command',
      'Take a role',
    ]);
  });

  it('finds several words in any order, partly among the keywords', () => {
    const items = [item('Change severity', { keywords: 'SEV1 outage' }), item('Change status')];
    expect(find('sev ch', items)).toEqual(['Change severity']);
    expect(find('change outage', items)).toEqual(['Change severity']);
  });

  it('does not find a number in the middle of another among the keywords', () => {
    const items = [
      item('Login is slow', { keywords: 'INC-2026-0002 sev3', weight: 1 }),
      item('Change the severity: SEV2', { keywords: '2' }),
      item('Checkout fails', { keywords: 'INC-2026-0042 sev2' }),
    ];
    expect(find('sev 2', items)).toEqual(['Change the severity: SEV2', 'Checkout fails']);
    expect(find('severity 2', items)).toEqual(['Change the severity: SEV2']);
    expect(find('inc 2', items)).toEqual(['Login is slow']);
  });

  it.each([
    ['josé', 'Jose Muller'],
    ['muller', 'José Müller'],
    ['strasse', 'Straße 1'],
    ['ИВАН', 'Иван'],
  ])('finds %s in %s: case and accents do not count', (typed, title) => {
    expect(find(typed, [item(title)])).toEqual([title]);
  });

  it.each([
    ['chsev', 'letters from word to word'],
    ['severty', 'a letter left out'],
    ['sevverity', 'a letter too many'],
    ['sevarity', 'another letter'],
    ['sveerity', 'two letters swapped'],
  ])('%s is near: %s', (typed) => {
    expect(find(typed, [item('Change severity'), item('Board')])).toEqual(['Change severity']);
  });

  it('goes from word to word at once, however many ways there are', () => {
    const found = (letters: string) =>
      search(indexOf([{ id: 'a', title: Array.from({ length: 100 }, () => 'a').join(' ') }]), letters, {
        recent: [],
        limit: 5,
      }).length;
    expect(found('a'.repeat(60))).toBe(1);
    expect(found(`${'a'.repeat(60)}b`)).toBe(0);
  });

  it('does not look for near ones where good ones are plenty, nor in short queries', () => {
    const items = ['severe', 'several', 'severed', 'xevere'].map((title) => item(title));
    expect(find('sever', items)).toEqual(
      ['severe', 'severed', 'several'].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)),
    );
    expect(find('xo', [item('Xylo order')])).toEqual([]);
  });

  it.each(['', '   ', '???', '\u202e', '🔥'])('takes “%s” without harm', (typed) => {
    expect(() => find(typed, [item('Board')])).not.toThrow();
  });
});
