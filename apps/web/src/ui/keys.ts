import { useEffect, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { bind, boundKeys, type KeyBinding } from './keys/bound.ts';
import { KEY_IDS, type KeyId } from './keys/catalogue.ts';
import { ariaKeys, isApple, keyCaps } from './keys/chord.ts';
import { isSwitchedOff, keySettings, keysOf } from './keys/settings.ts';

/** Binds keys of the registry (keys/catalogue.ts) while the screen is mounted; outside of fields and open layers. */
export const useKeys = (bindings: readonly KeyBinding[], { fallback = false } = {}): void => {
  const owner = useId();
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const signature = bindings.map(({ id, label = '' }) => `${id}\t${label}`).join('\n');
  useEffect(
    () =>
      bind(
        owner,
        latest.current.map(({ id, label }) => ({
          id,
          ...(label === undefined ? {} : { label }),
          run: () => latest.current.find((binding) => binding.id === id)?.run?.(),
        })),
        fallback,
      ),
    [owner, signature, fallback],
  );
};

/** What to show beside a button or in its tooltip: `C`, `Ctrl+K`, `G B`. Nothing where the key is switched off. */
export const useKeyHint = (id: KeyId): string | undefined => {
  const settings = useStore(keySettings);
  return isSwitchedOff(id, settings) ? undefined : keyCaps(keysOf(id, settings), isApple()).join(' ');
};

/** For `aria-keyshortcuts`. */
export const useAriaKeys = (id: KeyId): string | undefined => {
  const settings = useStore(keySettings);
  return isSwitchedOff(id, settings) ? undefined : ariaKeys(keysOf(id, settings), isApple());
};

export type ActiveKey = {
  readonly id: KeyId;
  readonly label: string | undefined;
  readonly caps: readonly string[];
  readonly off: boolean;
};

/** What works on the present screen, as the registry orders it, with what is switched off marked. */
export const useActiveKeys = (): readonly ActiveKey[] => {
  const bound = useStore(boundKeys);
  const settings = useStore(keySettings);
  return useMemo(() => {
    const last = new Map([...bound.values()].flat().map((binding) => [binding.id, binding]));
    return [...last.values()]
      .map(({ id, label }) => ({
        id,
        label,
        caps: keyCaps(keysOf(id, settings), isApple()),
        off: isSwitchedOff(id, settings),
      }))
      .toSorted((a, b) => KEY_IDS.indexOf(a.id) - KEY_IDS.indexOf(b.id));
  }, [bound, settings]);
};
