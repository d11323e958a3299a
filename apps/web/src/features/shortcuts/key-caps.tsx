import { Kbd } from '../../ui/kbd.tsx';

/** Keys as they are printed, press by press; struck out where they are switched off. */
export const KeyCaps = ({ caps, off = false }: { caps: readonly string[]; off?: boolean }) => (
  <span className={off ? 'line-through opacity-70' : undefined}>
    <Kbd keys={caps.join(' ')} />
  </span>
);
