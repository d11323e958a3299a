import { Kbd } from './kbd.tsx';
import { useKeyHint } from './keys.ts';
import type { KeyId } from './keys/catalogue.ts';

/** The key that does the same, as it is on this device; nothing where it is switched off or there are no keys. */
export const KeyHint = ({ id }: { id: KeyId }) => {
  const keys = useKeyHint(id);
  return keys === undefined ? null : (
    <span aria-hidden="true" className="pointer-coarse:hidden">
      <Kbd keys={keys} />
    </span>
  );
};
