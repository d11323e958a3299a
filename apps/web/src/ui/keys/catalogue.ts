/** Where a binding can be met. Those that are never on one screen together may share a key. */
export const SCREENS = ['board', 'room', 'alerts', 'history'] as const;
export type Screen = (typeof SCREENS)[number];

export const KEY_GROUPS = ['general', 'go', 'list', 'incident', 'timeline'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export type KeySpec = {
  /**
   * `c`, `g b`, `Mod+k`: presses with a space between. `Mod` is Cmd on Apple and Ctrl elsewhere; signs stand as
   * themselves, whatever it takes to type them.
   */
  readonly keys: string;
  readonly group: KeyGroup;
  readonly on: readonly Screen[] | 'everywhere';
  /** Also while somebody types in a field. */
  readonly inFields?: true;
  /** Goes on while the key is held. */
  readonly repeats?: true;
  /** The browser does it: it is listed, and cannot be moved to another key. */
  readonly native?: true;
};

const LISTS = ['board', 'room', 'alerts', 'history'] as const;

/**
 * Every key there is. A screen that is mounted says by `useKeys` what its keys do; a new one gets a line here and its
 * words in messages/en/keyboard.ts.
 */
export const KEYS = {
  palette: { keys: 'Mod+k', group: 'general', on: 'everywhere', inFields: true },
  'show-keys': { keys: '?', group: 'general', on: 'everywhere' },
  search: { keys: '/', group: 'general', on: 'everywhere' },
  declare: { keys: 'c', group: 'general', on: 'everywhere' },
  undo: { keys: 'Mod+z', group: 'general', on: 'everywhere' },
  back: { keys: 'Escape', group: 'general', on: ['room'] },

  'go-board': { keys: 'g b', group: 'go', on: 'everywhere' },
  'go-alerts': { keys: 'g a', group: 'go', on: 'everywhere' },
  'go-history': { keys: 'g h', group: 'go', on: 'everywhere' },
  'go-people': { keys: 'g p', group: 'go', on: 'everywhere' },
  'go-settings': { keys: 'g s', group: 'go', on: 'everywhere' },

  next: { keys: 'j', group: 'list', on: LISTS, repeats: true },
  previous: { keys: 'k', group: 'list', on: LISTS, repeats: true },
  open: { keys: 'Enter', group: 'list', on: LISTS, native: true },
  'apply-order': { keys: 'r', group: 'list', on: ['board'] },
  'pause-live': { keys: 'p', group: 'list', on: ['board', 'room'] },

  'take-command': { keys: 'i', group: 'incident', on: ['board', 'room'] },
  'hand-over': { keys: 'Shift+i', group: 'incident', on: ['room'] },
  'change-severity': { keys: 's', group: 'incident', on: ['room'] },
  'change-status': { keys: 't', group: 'incident', on: ['room'] },
  'show-hypotheses': { keys: 'y', group: 'incident', on: ['room'] },
  'show-mitigations': { keys: 'm', group: 'incident', on: ['room'] },
  approve: { keys: 'a', group: 'incident', on: ['room'] },
  reject: { keys: 'x', group: 'incident', on: ['room'] },
  'object-to': { keys: 'o', group: 'incident', on: ['room'] },
  halt: { keys: 'h', group: 'incident', on: ['room'] },
  'show-tasks': { keys: 'w', group: 'incident', on: ['room'] },
  'show-checklists': { keys: 'Shift+w', group: 'incident', on: ['room'] },
  'edit-impact': { keys: 'e', group: 'incident', on: ['room'] },
  'show-clocks': { keys: 'd', group: 'incident', on: ['room'] },
  brief: { keys: 'b', group: 'incident', on: ['room'] },

  'write-note': { keys: 'n', group: 'timeline', on: ['room'] },
  'write-update': { keys: 'u', group: 'timeline', on: ['room'] },
  'write-public-update': { keys: 'Shift+u', group: 'timeline', on: ['room'] },
  'jump-to-unread': { keys: 'l', group: 'timeline', on: ['room'] },
  'filter-1': { keys: '1', group: 'timeline', on: ['room'] },
  'filter-2': { keys: '2', group: 'timeline', on: ['room'] },
  'filter-3': { keys: '3', group: 'timeline', on: ['room'] },
  'filter-4': { keys: '4', group: 'timeline', on: ['room'] },
  'filter-5': { keys: '5', group: 'timeline', on: ['room'] },
  'filter-6': { keys: '6', group: 'timeline', on: ['room'] },
  'filter-7': { keys: '7', group: 'timeline', on: ['room'] },
  'filter-8': { keys: '8', group: 'timeline', on: ['room'] },
} as const satisfies Readonly<Record<string, KeySpec>>;

export type KeyId = keyof typeof KEYS;
export const KEY_IDS = Object.keys(KEYS) as KeyId[];
export const isKeyId = (id: string): id is KeyId => Object.hasOwn(KEYS, id);
export const keySpec = (id: KeyId): KeySpec => KEYS[id];

/** Whether both can be bound at once. */
export const canMeet = (a: KeyId, b: KeyId): boolean => {
  const [one, other] = [keySpec(a).on, keySpec(b).on];
  return one === 'everywhere' || other === 'everywhere' || one.some((screen) => other.includes(screen));
};
