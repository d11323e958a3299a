import { useEffect } from 'react';
import { isTyping } from '../../ui/keys/bound.ts';
import { somethingIsOpen } from '../../ui/layers.ts';
import { somethingIsUnsaved } from '../../ui/unsaved.ts';
import { mayReload } from './idle.ts';

const LOOK_EVERY_MS = 1_000;
const RELOADED = 'sitrep:reloaded-at';

const reloadedAt = (): number | undefined => {
  try {
    const at = Number(sessionStorage.getItem(RELOADED) ?? Number.NaN);
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
};

const noteReload = (now: number): boolean => {
  try {
    sessionStorage.setItem(RELOADED, String(now));
    return true;
  } catch {
    // Without a memory of it the page could reload for ever.
    return false;
  }
};

/** Reloads while `wanted`, as soon as nobody is in the middle of something; what is unsent and written is on disk. */
export const useReloadWhenIdle = (wanted: boolean, reload: () => void): void => {
  useEffect(() => {
    if (!wanted) return undefined;
    // Whoever is in a field now may have typed just before.
    let typedAt: number | undefined = Date.now();
    const look = (): void => {
      const facts = {
        now: Date.now(),
        typedAt,
        layerOpen: somethingIsOpen(),
        unsaved: somethingIsUnsaved(),
        inField: isTyping(document.activeElement) && hasText(document.activeElement),
        hidden: document.hidden,
        reloadedAt: reloadedAt(),
      };
      if (mayReload(facts) && noteReload(facts.now)) reload();
    };
    const noteTyping = (): void => {
      typedAt = Date.now();
    };
    window.addEventListener('input', noteTyping, true);
    const timer = setInterval(look, LOOK_EVERY_MS);
    look();
    return () => {
      window.removeEventListener('input', noteTyping, true);
      clearInterval(timer);
    };
  }, [wanted, reload]);
};

const hasText = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value !== '' : true;
