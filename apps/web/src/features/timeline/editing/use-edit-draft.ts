import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useCallback, useState } from 'react';
import { readStored, writeStored } from '../../../ui/stored.ts';
import { draftOf, parseEditDraft, type EditDraft } from './edit-draft.ts';

type Editing = {
  readonly draft: EditDraft;
  readonly changed: boolean;
  readonly change: (fields: Partial<EditDraft>) => void;
  readonly forget: () => void;
};

/** Kept with every key that is pressed: a crash, a reload or signing out loses nothing. */
export const useEditDraft = (key: string, entry: WrittenEntry): Editing => {
  const [stored, setStored] = useState(() => parseEditDraft(readStored(key)));
  const [fresh] = useState(() => draftOf(entry));
  const draft = stored ?? fresh;
  const change = useCallback(
    (fields: Partial<EditDraft>) => {
      const next = { ...draft, ...fields };
      setStored(next);
      writeStored(key, JSON.stringify(next));
    },
    [draft, key],
  );
  const forget = useCallback(() => {
    setStored(undefined);
    writeStored(key, undefined);
  }, [key]);
  return { draft, changed: stored !== undefined, change, forget };
};
