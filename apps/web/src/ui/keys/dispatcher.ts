import { keySpec, type KeyId } from './catalogue.ts';
import { isSwitchedOff, keysOf, type KeySettings } from './settings.ts';

export type Surroundings = {
  /** What is bound on the present screen. */
  readonly bound: () => readonly KeyId[];
  readonly settings: () => KeySettings;
  /** Milliseconds, for how long the first press of a sequence counts. */
  readonly now: () => number;
};

export type Circumstances = { readonly typing: boolean; readonly layerOpen: boolean; readonly repeated: boolean };

export const SEQUENCE_MS = 1_500;

/** Which binding a press means: one place for all, so that the `b` of `g b` is not taken for a key of its own. */
export const createDispatcher = ({ bound, settings, now }: Surroundings) => {
  let pending: { readonly keys: string; readonly until: number } | undefined;

  const candidates = ({ typing, layerOpen, repeated }: Circumstances): readonly KeyId[] => {
    const present = settings();
    return bound().filter((id) => {
      const { inFields, repeats, native } = keySpec(id);
      if (native === true || layerOpen || isSwitchedOff(id, present)) return false;
      return (!typing || inFields === true) && (!repeated || repeats === true);
    });
  };

  return (chord: string, circumstances: Circumstances): KeyId | undefined => {
    // Whoever holds the first key of a sequence is still at its beginning.
    if (circumstances.repeated && pending !== undefined) return undefined;
    const begun = pending !== undefined && now() < pending.until ? `${pending.keys} ` : '';
    pending = undefined;
    const present = settings();
    const able = candidates(circumstances);
    const keys = `${begun}${chord}`;
    const exact = able.find((id) => keysOf(id, present) === keys);
    if (exact !== undefined) return exact;
    if (able.some((id) => keysOf(id, present).startsWith(`${keys} `))) {
      pending = { keys, until: now() + SEQUENCE_MS };
      return undefined;
    }
    // A slip after `g` does nothing rather than something else; a shortcut with a modifier is no slip.
    return begun !== '' && chord.includes('+') ? able.find((id) => keysOf(id, present) === chord) : undefined;
  };
};
