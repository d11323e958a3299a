import { describe, expect, it } from 'vitest';
import { ariaKeys, chordOf, isCharacterKey, keyCaps, type Press } from './chord.ts';

const press = (key: string, more: Partial<Press> & { altGr?: boolean } = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: (modifier) => modifier === 'AltGraph' && more.altGr === true,
  ...more,
});

describe('[KEY-4] presses on any keyboard', () => {
  it.each([
    ['a letter', press('c'), false, 'c'],
    ['a letter under Caps Lock', press('C'), false, 'c'],
    ['a letter with Shift', press('R', { shiftKey: true }), false, 'Shift+r'],
    ['the question mark, where it takes Shift', press('?', { shiftKey: true }), false, '?'],
    ['the slash of a German keyboard', press('/', { shiftKey: true }), false, '/'],
    [
      'a sign made with AltGr, which Windows tells as Ctrl and Alt',
      press('/', { ctrlKey: true, altKey: true, altGr: true }),
      false,
      '/',
    ],
    ['a sign made with Option', press('/', { altKey: true }), true, '/'],
    ['a digit of a French keyboard', press('1', { shiftKey: true }), false, '1'],
    ['Ctrl elsewhere', press('k', { ctrlKey: true }), false, 'Mod+k'],
    ['Cmd on Apple', press('k', { metaKey: true }), true, 'Mod+k'],
    ['Ctrl on Apple', press('k', { ctrlKey: true }), true, 'Ctrl+k'],
    ['the Windows key', press('k', { metaKey: true }), false, 'Meta+k'],
    ['Ctrl and Shift', press('Z', { ctrlKey: true, shiftKey: true }), false, 'Mod+Shift+z'],
    ['a Cyrillic letter where C is printed', press('с', { code: 'KeyC' }), false, 'c'],
    ['Ctrl with a Cyrillic letter', press('я', { code: 'KeyZ', ctrlKey: true }), false, 'Mod+z'],
    ['a letter of its own', press('ä', { code: 'Quote' }), false, 'ä'],
    ['a letter made with AltGr', press('ł', { code: 'KeyL', altGr: true }), false, 'ł'],
    ['a named key', press('Enter', { shiftKey: true }), false, 'Shift+Enter'],
    ['Space', press(' '), false, 'Space'],
    ['a modifier alone', press('Shift', { shiftKey: true }), false, undefined],
    ['half of an accent', press('Dead'), false, undefined],
    ['what an input method works on', press('Process'), false, undefined],
  ])('%s', (_what, pressed, apple, expected) => {
    expect(chordOf(pressed, apple)).toBe(expected);
  });
});

describe('keys in words', () => {
  it.each([
    ['Mod+k', ['Ctrl+K'], ['⌘K']],
    ['g b', ['G', 'B'], ['G', 'B']],
    ['Mod+Shift+z', ['Ctrl+Shift+Z'], ['⌘⇧Z']],
    ['Escape', ['Esc'], ['Esc']],
    ['Mod++', ['Ctrl++'], ['⌘+']],
    ['+', ['+'], ['+']],
  ])('%s as it is printed', (keys, elsewhere, apple) => {
    expect(keyCaps(keys, false)).toEqual(elsewhere);
    expect(keyCaps(keys, true)).toEqual(apple);
  });

  it('has no notation for assistive technology where it takes several presses', () => {
    expect([ariaKeys('Mod+k', false), ariaKeys('Mod+k', true), ariaKeys('c', false), ariaKeys('g b', false)]).toEqual([
      'Control+k',
      'Meta+k',
      'c',
      undefined,
    ]);
  });
});

describe('[KEY-6] what the switch for single letters turns off', () => {
  it.each(['c', 'g b', '?', '/', '1', 'Shift+r', 'Space'])('%s', (keys) => {
    expect(isCharacterKey(keys)).toBe(true);
  });

  it.each(['Mod+k', 'Mod+Shift+z', 'Escape', 'Enter', 'Alt+1', 'F2'])('but not %s', (keys) => {
    expect(isCharacterKey(keys)).toBe(false);
  });
});
