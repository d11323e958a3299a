import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useEffect, useState } from 'react';
import { HALT_BUTTON } from './card-buttons.tsx';
import { cardId } from './mitigation-card.tsx';

const haltButtonOf = (id: string): Element | null =>
  document.getElementById(cardId(id as Mitigation['id']))?.querySelector(`[${HALT_BUTTON}]`) ?? null;

/** Those that cannot be halted where the reader is: the button of their card is scrolled away. */
export const useOutOfSight = (items: readonly Mitigation[]): readonly Mitigation[] => {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const ids = items.map(({ id }) => id).join(' ');
  useEffect(() => {
    const buttons = new Map(
      ids.split(' ').flatMap((id) => {
        const button = haltButtonOf(id);
        return button === null ? [] : [[button, id] as const];
      }),
    );
    const observer = new IntersectionObserver((seen) =>
      setHidden((before) => {
        const after = new Set(before);
        for (const { target, isIntersecting } of seen) {
          const id = buttons.get(target) ?? '';
          if (isIntersecting) after.delete(id);
          else after.add(id);
        }
        return after;
      }),
    );
    for (const button of buttons.keys()) observer.observe(button);
    return () => observer.disconnect();
  }, [ids]);
  return items.filter(({ id }) => hidden.has(id));
};
