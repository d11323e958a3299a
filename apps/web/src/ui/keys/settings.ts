import { createStore } from 'zustand/vanilla';
import { readStored, writeStored } from '../stored.ts';
import { canMeet, isKeyId, KEY_IDS, keySpec, type KeyId } from './catalogue.ts';
import { isCharacterKey } from './chord.ts';

export type KeySettings = {
  /** Single letters, digits and signs work. */
  readonly letters: boolean;
  readonly remapped: Readonly<Partial<Record<KeyId, string>>>;
};

const STORED = 'sitrep:keys';
export const DEFAULT_SETTINGS: KeySettings = { letters: true, remapped: {} };

/** Whatever another build or a hand has written there is read as far as it makes sense. */
export const parseSettings = (stored: string | undefined): KeySettings => {
  try {
    const { letters, remapped } = JSON.parse(stored ?? '{}') as { letters?: unknown; remapped?: unknown };
    const kept = Object.entries(remapped ?? {}).filter(
      ([id, keys]) => isKeyId(id) && typeof keys === 'string' && keys !== '' && keySpec(id).native !== true,
    );
    return { letters: letters !== false, remapped: Object.fromEntries(kept) };
  } catch {
    return DEFAULT_SETTINGS;
  }
};

export const keySettings = createStore<KeySettings>(() => parseSettings(readStored(STORED)));

/** Tabs of one browser have the same keys. */
export const followOtherTabs = (): void =>
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === STORED) keySettings.setState(parseSettings(newValue ?? undefined), true);
  });

const change = (next: KeySettings): void => {
  keySettings.setState(next, true);
  writeStored(STORED, JSON.stringify(next));
};

export const setLetters = (letters: boolean): void => change({ ...keySettings.getState(), letters });

export const remap = (id: KeyId, keys: string): void => {
  const { [id]: _former, ...others } = keySettings.getState().remapped;
  const remapped = keys === keySpec(id).keys ? others : { ...others, [id]: keys };
  change({ ...keySettings.getState(), remapped });
};

export const resetKeys = (): void => change(DEFAULT_SETTINGS);

/** The keys of a binding on this device, also where they are switched off. */
export const keysOf = (id: KeyId, { remapped }: KeySettings): string => remapped[id] ?? keySpec(id).keys;

export const isSwitchedOff = (id: KeyId, settings: KeySettings): boolean =>
  !settings.letters && isCharacterKey(keysOf(id, settings));

/** What these keys would be taken from: the same ones, or the beginning of each other, where both can be met. */
export const conflictsOf = (id: KeyId, keys: string, settings: KeySettings): readonly KeyId[] =>
  KEY_IDS.filter((other) => other !== id && canMeet(id, other) && clash(keys, keysOf(other, settings)));

const clash = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

const NAVIGATION =
  'Tab Enter Space Escape ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Backspace Delete';
const BROWSERS_OWN = 'a c f l n p r t v w x';
const RESERVED = new Set([...NAVIGATION.split(' '), ...BROWSERS_OWN.split(' ').map((letter) => `Mod+${letter}`)]);

/** What works on the page or in the browser already, and would be missed. */
export const isReserved = (keys: string): boolean =>
  keys.split(' ').some((chord) => RESERVED.has(chord.replace('Shift+', '')) || /^F\d+$/.test(chord));
