import { describe, expect, it } from 'vitest';
import { canMeet, KEY_IDS, SCREENS } from './catalogue.ts';
import { conflictsOf, DEFAULT_SETTINGS, isReserved, keysOf, parseSettings } from './settings.ts';

describe('the registry', () => {
  it.each(KEY_IDS)('[KEY-8] %s has a key of its own wherever it can be met', (id) => {
    expect(conflictsOf(id, keysOf(id, DEFAULT_SETTINGS), DEFAULT_SETTINGS)).toEqual([]);
  });

  it('knows screens that are never there together', () => {
    expect(SCREENS).toContain('board');
    expect([canMeet('apply-order', 'change-severity'), canMeet('apply-order', 'declare')]).toEqual([false, true]);
  });
});

describe('moving a key', () => {
  it('[KEY-8] names who has it on the same screen, and only there', () => {
    expect(conflictsOf('declare', 'i', DEFAULT_SETTINGS)).toEqual(['take-command']);
    expect(conflictsOf('apply-order', 's', DEFAULT_SETTINGS)).toEqual([]);
  });

  it('[KEY-8] the beginning of a sequence is taken, too', () => {
    expect(conflictsOf('declare', 'g', DEFAULT_SETTINGS)).toContain('go-board');
    expect(conflictsOf('declare', 'c x', DEFAULT_SETTINGS)).toEqual([]);
    expect(conflictsOf('brief', 'c x', DEFAULT_SETTINGS)).toEqual(['declare']);
  });

  it('[KEY-8] a key that was moved away is free', () => {
    const settings = { letters: true, remapped: { 'take-command': 'z' } };
    expect(conflictsOf('declare', 'i', settings)).toEqual([]);
    expect(conflictsOf('declare', 'z', settings)).toEqual(['take-command']);
  });

  it.each(['Tab', 'Enter', 'Escape', 'ArrowDown', 'Shift+Tab', 'Mod+c', 'Mod+Shift+t', 'F5', 'g Enter'])(
    '[KEY-9] %s is left to page and browser',
    (keys) => {
      expect(isReserved(keys)).toBe(true);
    },
  );

  it.each(['c', 'Mod+k', 'Alt+1', 'g b', '?'])('%s may be chosen', (keys) => {
    expect(isReserved(keys)).toBe(false);
  });
});

describe('what is stored on the device', () => {
  it.each([
    [undefined, DEFAULT_SETTINGS],
    ['rubbish', DEFAULT_SETTINGS],
    ['null', DEFAULT_SETTINGS],
    ['{"letters":false}', { letters: false, remapped: {} }],
    [
      '{"letters":1,"remapped":{"declare":"q","no-such":"x","brief":7,"open":"o","next":""}}',
      { letters: true, remapped: { declare: 'q' } },
    ],
  ])('[KEY-10] %s is read as far as it makes sense', (stored, expected) => {
    expect(parseSettings(stored)).toEqual(expected);
  });
});
