/** One press, as far as a binding cares. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  getModifierState(modifier: string): boolean;
};

const MODIFIERS = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|ScrollLock|Fn|FnLock|Hyper|Super|Symbol)$/;
const UNREADABLE = /^(Dead|Unidentified|Process|Compose)$/;

export const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent);

/**
 * `Mod+Shift+z`, `?`, `Enter`; nothing for a modifier alone. A sign is what it shows, whether Shift, AltGr or Option
 * made it; only letters and named keys tell Shift apart.
 */
export const chordOf = (press: Press, apple: boolean): string | undefined => {
  const { key } = press;
  if (MODIFIERS.test(key) || UNREADABLE.test(key)) return undefined;
  const letter = letterOf(press);
  const isSign = letter === undefined && isOne(key) && key !== ' ';
  const typedByAltGr = press.getModifierState('AltGraph');
  const modifiers = [
    (apple ? press.metaKey : press.ctrlKey) && !typedByAltGr && 'Mod',
    apple && press.ctrlKey && 'Ctrl',
    !apple && press.metaKey && 'Meta',
    press.altKey && !typedByAltGr && !isSign && 'Alt',
    press.shiftKey && !isSign && 'Shift',
  ].filter((modifier) => modifier !== false);
  return [...modifiers, letter ?? (key === ' ' ? 'Space' : key)].join('+');
};

/** One character: keys have names such as `Enter` otherwise. */
const isOne = (key: string): boolean => /^.$/u.test(key);

/** On keyboards without Latin letters the place of the key decides: shortcuts are found where they are printed. */
const letterOf = (press: Press): string | undefined => {
  const { key, code } = press;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (!/^\p{L}$/u.test(key) || press.getModifierState('AltGraph')) return undefined;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase();
};

/** Single letters, digits and signs: what WCAG 2.1.4 wants to be switched off. */
export const isCharacterKey = (keys: string): boolean => {
  const [first = ''] = keys.split(' ');
  const parts = partsOf(first);
  const key = parts.at(-1) ?? '';
  const plain = parts.length === 1 || (parts.length === 2 && parts[0] === 'Shift');
  return plain && (isOne(key) || key === 'Space');
};

/** The pieces of one chord; the plus sign may itself be the key. */
export const partsOf = (chord: string): readonly string[] =>
  chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord === '+' ? ['+'] : chord.split('+');

const ON_APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const ELSEWHERE: Readonly<Record<string, string>> = { Mod: 'Ctrl', Meta: 'Meta' };
const NAMED: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What is printed on the keys, press by press: `['G', 'B']`, `['⌘K']`. */
export const keyCaps = (keys: string, apple: boolean): readonly string[] =>
  keys.split(' ').map((chord) => {
    const parts = partsOf(chord).map((part) => {
      const modifier = (apple ? ON_APPLE : ELSEWHERE)[part];
      return modifier ?? NAMED[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    });
    return parts.join(apple ? '' : '+');
  });

/** For `aria-keyshortcuts`; nothing where it takes several presses, for which there is no notation. */
export const ariaKeys = (keys: string, apple: boolean): string | undefined =>
  keys.includes(' ')
    ? undefined
    : partsOf(keys)
        .map((part) => ({ Mod: apple ? 'Meta' : 'Control', Ctrl: 'Control' })[part] ?? part)
        .join('+');
