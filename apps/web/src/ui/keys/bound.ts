import { createStore } from 'zustand/vanilla';
import { somethingIsOpen } from '../layers.ts';
import type { KeyId } from './catalogue.ts';
import { chordOf, isApple } from './chord.ts';
import { isComposing } from './composing.ts';
import { createDispatcher } from './dispatcher.ts';
import { followOtherTabs, keySettings } from './settings.ts';

export type KeyBinding = {
  readonly id: KeyId;
  /** What it does just here, where that says more than the registry's words. */
  readonly label?: string;
  /** Left out where the browser does it. */
  run?(): void;
};

type Owner = string;

/** What the mounted screens have bound: the overlay and the palette list just that. */
export const boundKeys = createStore<ReadonlyMap<Owner, readonly KeyBinding[]>>(() => new Map());

/** The screen that came last answers: a dialog's key hides the page's. */
const bindingOf = (id: KeyId): KeyBinding | undefined =>
  [...boundKeys.getState().values()].flat().findLast((binding) => binding.id === id);

export const runKey = (id: KeyId): void => bindingOf(id)?.run?.();

const FIELD = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELD));

let listening = false;

const listen = (): void => {
  if (listening) return;
  listening = true;
  const apple = isApple();
  const dispatch = createDispatcher({
    bound: () => [...boundKeys.getState().values()].flat().map(({ id }) => id),
    settings: keySettings.getState,
    now: () => performance.now(),
  });
  followOtherTabs();
  window.addEventListener('keydown', (event) => {
    // Whoever composes a character is not done with it, whatever the key says.
    if (event.defaultPrevented || isComposing(event)) return;
    const chord = chordOf(event, apple);
    if (chord === undefined) return;
    const id = dispatch(chord, {
      typing: isTyping(event.target),
      layerOpen: somethingIsOpen(),
      repeated: event.repeat,
    });
    if (id === undefined) return;
    event.preventDefault();
    runKey(id);
  });
};

/** `fallback`: of the frame around all screens, which the screen in it goes before, whichever is mounted first. */
export const bind = (owner: Owner, bindings: readonly KeyBinding[], fallback: boolean): (() => void) => {
  listen();
  const own = [[owner, bindings]] as const;
  const before = [...boundKeys.getState()].filter(([other]) => other !== owner);
  boundKeys.setState(new Map(fallback ? [...own, ...before] : [...before, ...own]), true);
  return () => {
    const others = new Map(boundKeys.getState());
    others.delete(owner);
    boundKeys.setState(others, true);
  };
};
