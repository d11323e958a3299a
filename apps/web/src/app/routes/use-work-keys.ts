import { runKey, type KeyBinding } from '../../ui/keys/bound.ts';
import type { KeyId } from '../../ui/keys/catalogue.ts';
import { useKeys } from '../../ui/keys.ts';

const IN_WORK: readonly KeyId[] = ['show-mitigations', 'show-hypotheses', 'show-tasks'];

/** What is in the work is there only while its tab is shown: its keys, and all that leads there, go to the tab first. */
export const useWorkKeys = (elsewhere: boolean, onShow: () => void): void => {
  const binding = (id: KeyId): KeyBinding => ({
    id,
    run: () => {
      onShow();
      requestAnimationFrame(() => runKey(id));
    },
  });
  useKeys(elsewhere ? IN_WORK.map(binding) : [], { fallback: true });
};
