import { tinykeys } from 'tinykeys';
import { useEffect, useId, useRef } from 'react';
import { create } from 'zustand';

export type KeyBinding = {
  /** As tinykeys writes them: `c`, `g b`. */
  readonly keys: string;
  readonly label: string;
  run(event: KeyboardEvent): void;
};

type KeysStore = { readonly active: ReadonlyMap<string, readonly Pick<KeyBinding, 'keys' | 'label'>[]> };

/** What is bound on the present screen: the overlay lists just that. */
const useKeysStore = create<KeysStore>(() => ({ active: new Map() }));

const put = (owner: string, bindings: readonly KeyBinding[] | undefined): void =>
  useKeysStore.setState(({ active }) => {
    const next = new Map(active);
    if (bindings === undefined) next.delete(owner);
    else next.set(owner, bindings);
    return { active: next };
  });

export const useActiveKeys = (): KeysStore['active'] => useKeysStore((state) => state.active);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));

const somethingIsOpen = (): boolean => document.querySelector('dialog[open], :popover-open') !== null;

/** Single letters work outside of text fields, and not below an open dialog or menu. */
export const useKeys = (bindings: readonly KeyBinding[]): void => {
  const owner = useId();
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const signature = bindings.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    const handlers: Record<string, (event: KeyboardEvent) => void> = {};
    for (const { keys } of latest.current) {
      const handle = (event: KeyboardEvent): void => {
        if (event.defaultPrevented || isTyping(event.target) || somethingIsOpen()) return;
        const binding = latest.current.find((candidate) => candidate.keys === keys);
        if (binding === undefined) return;
        event.preventDefault();
        binding.run(event);
      };
      handlers[keys] = handle;
      // Where the sign needs Shift on this keyboard.
      if (keys === '?') handlers['Shift+?'] = handle;
    }
    put(owner, latest.current);
    const stop = tinykeys(window, handlers);
    return () => {
      stop();
      put(owner, undefined);
    };
  }, [owner, signature]);
};
