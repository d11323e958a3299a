import { describe, expect, it } from 'vitest';
import type { KeyId } from './catalogue.ts';
import { createDispatcher, SEQUENCE_MS, type Circumstances } from './dispatcher.ts';
import { DEFAULT_SETTINGS, type KeySettings } from './settings.ts';

const ROOM: readonly KeyId[] = ['palette', 'declare', 'go-board', 'undo', 'take-command', 'brief', 'next', 'open'];
const QUIET: Circumstances = { typing: false, layerOpen: false, repeated: false };

const inRoom = (settings: KeySettings = DEFAULT_SETTINGS, bound = ROOM) => {
  let at = 0;
  const dispatch = createDispatcher({ bound: () => bound, settings: () => settings, now: () => at });
  return {
    press: (chord: string, circumstances: Partial<Circumstances> = {}) =>
      dispatch(chord, { ...QUIET, ...circumstances }),
    pass: (ms: number) => (at += ms),
  };
};

describe('one press, one meaning', () => {
  it('[KEY-1] answers with what is bound on the screen, and nothing else', () => {
    const { press } = inRoom();
    expect([press('c'), press('i'), press('r'), press('Mod+k')]).toEqual([
      'declare',
      'take-command',
      undefined,
      'palette',
    ]);
  });

  it('[KEY-3] the second press of a sequence is not a key of its own', () => {
    const { press } = inRoom();
    expect([press('g'), press('b'), press('b')]).toEqual([undefined, 'go-board', 'brief']);
  });

  it('[KEY-3] a slip within a sequence does nothing, a shortcut with a modifier still works', () => {
    const { press } = inRoom();
    expect([press('g'), press('i'), press('i')]).toEqual([undefined, undefined, 'take-command']);
    expect([press('g'), press('Mod+k')]).toEqual([undefined, 'palette']);
  });

  it('[KEY-3] a sequence that was begun long ago is over', () => {
    const { press, pass } = inRoom();
    press('g');
    pass(SEQUENCE_MS);
    expect(press('b')).toBe('brief');
  });

  it('[KEY-2] waits in fields and under open layers, but for what is meant for fields', () => {
    const { press } = inRoom();
    expect([press('c', { typing: true }), press('Mod+z', { typing: true })]).toEqual([undefined, undefined]);
    expect(press('Mod+k', { typing: true })).toBe('palette');
    expect([press('c', { layerOpen: true }), press('Mod+k', { layerOpen: true })]).toEqual([undefined, undefined]);
  });

  it('[KEY-5] a held key repeats only what moves, and does not break its sequence', () => {
    const { press } = inRoom();
    expect([press('i', { repeated: true }), press('j', { repeated: true })]).toEqual([undefined, 'next']);
    expect([press('g'), press('g', { repeated: true }), press('b')]).toEqual([undefined, undefined, 'go-board']);
  });

  it('leaves to the browser what the browser does', () => {
    expect(inRoom().press('Enter')).toBeUndefined();
  });
});

describe('settings', () => {
  it('[KEY-6] without single letters only keys with modifiers work', () => {
    const { press } = inRoom({ letters: false, remapped: {} });
    expect([press('c'), press('g'), press('b'), press('Mod+k')]).toEqual([undefined, undefined, undefined, 'palette']);
  });

  it('[KEY-6] what was moved to a key with a modifier works all the same', () => {
    const { press } = inRoom({ letters: false, remapped: { declare: 'Alt+c' } });
    expect([press('c'), press('Alt+c')]).toEqual([undefined, 'declare']);
  });

  it('[KEY-7] a moved binding leaves its former key free', () => {
    const { press } = inRoom({ letters: true, remapped: { declare: 'q', 'take-command': 'c' } });
    expect([press('q'), press('c'), press('i')]).toEqual(['declare', 'take-command', undefined]);
  });
});
