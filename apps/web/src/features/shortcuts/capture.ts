import type { KeyId } from '../../ui/keys/catalogue.ts';
import { conflictsOf, isReserved, type KeySettings } from '../../ui/keys/settings.ts';

const LONGEST = 2;

/** One press more of what is being chosen; a third one begins anew. */
export const withPress = (keys: string, chord: string): string => {
  const presses = keys === '' ? [] : keys.split(' ');
  return presses.length < LONGEST ? [...presses, chord].join(' ') : chord;
};

export type Verdict =
  | { readonly can: true }
  | { readonly can: false; readonly because: 'nothing' }
  | { readonly can: false; readonly because: 'reserved' }
  | { readonly can: false; readonly because: 'taken'; readonly by: KeyId };

/** Whether a binding may have these keys. */
export const judge = (id: KeyId, keys: string, settings: KeySettings): Verdict => {
  if (keys === '') return { can: false, because: 'nothing' };
  if (isReserved(keys)) return { can: false, because: 'reserved' };
  const [by] = conflictsOf(id, keys, settings);
  return by === undefined ? { can: true } : { can: false, because: 'taken', by };
};
