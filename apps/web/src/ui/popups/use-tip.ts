import { useEffect, useState } from 'react';
import { createTipWatch, type ShownTip, type TipWatch } from './tip-watch.ts';

const tippedOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null) ?? undefined;

const isFocusSeen = (element: HTMLElement): boolean => element.matches(':focus-visible');

const listen = (watch: TipWatch): (() => void) => {
  const heard = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, handle: (event: DocumentEventMap[K]) => void): void =>
    document.addEventListener(type, handle, { signal: heard.signal, capture: true });
  on('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch') watch.point(tippedOf(target));
  });
  on('pointerout', ({ relatedTarget }) => {
    if (relatedTarget === null) watch.point(undefined);
  });
  on('focusin', ({ target }) => {
    const tipped = tippedOf(target);
    if (tipped === target && tipped !== undefined && isFocusSeen(tipped)) watch.show(tipped);
    else watch.hide();
  });
  on('focusout', () => watch.hide());
  on('pointerdown', () => watch.hide());
  on('click', ({ target }) => {
    const tipped = tippedOf(target);
    if (tipped?.getAttribute('aria-disabled') === 'true') watch.show(tipped);
  });
  on('keydown', (event) => {
    // One press takes the tooltip away, and nothing else.
    if (watch.hide() && event.key === 'Escape') event.preventDefault();
  });
  on('scroll', () => {
    watch.hide();
    watch.point(undefined);
  });
  return () => heard.abort();
};

export const useTip = () => {
  const [shown, setShown] = useState<ShownTip>();
  const [watch] = useState(() => createTipWatch(setShown));
  useEffect(() => {
    const stop = listen(watch);
    return () => {
      stop();
      watch.hide();
    };
  }, [watch]);
  return { shown, stay: () => watch.stay() };
};
