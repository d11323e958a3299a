import { useCallback, useEffect, useState } from 'react';
import { readStored, writeStored } from '../../ui/stored.ts';
import { parseUpdateDraft, type UpdateDraft } from './update-draft.ts';

type Writing = {
  readonly draft: UpdateDraft;
  /** Something stands here that nobody else has. */
  readonly changed: boolean;
  readonly change: (fields: Partial<UpdateDraft>) => void;
  readonly forget: () => void;
  /** Once it is accepted, unless something else was written since. */
  readonly forgetSaved: () => void;
};

/** Kept with every key that is pressed: a crash, a reload or signing out loses nothing. Mount it anew for another key. */
export const useUpdateDraft = (key: string, begin: () => UpdateDraft, text: string | undefined): Writing => {
  const [fresh, setFresh] = useState(begin);
  const [stored, setStored] = useState(() => {
    const kept = parseUpdateDraft(readStored(key));
    return text === undefined
      ? kept
      : { ...(kept ?? fresh), text: kept === undefined ? text : `${kept.text}\n\n${text}` };
  });
  const [handedOver] = useState(text === undefined ? undefined : stored);
  // What was typed elsewhere is not there any more.
  useEffect(() => {
    if (handedOver !== undefined) writeStored(key, JSON.stringify(handedOver));
  }, [key, handedOver]);
  const draft = stored ?? fresh;
  const change = useCallback(
    (fields: Partial<UpdateDraft>) => {
      const next = { ...draft, ...fields };
      setStored(next);
      writeStored(key, JSON.stringify(next));
    },
    [draft, key],
  );
  /** What it begins with may be another by now. */
  const forget = (): void => {
    setFresh(begin());
    setStored(undefined);
    writeStored(key, undefined);
  };
  const forgetSaved = (): void => {
    if (readStored(key) === JSON.stringify(draft)) writeStored(key, undefined);
  };
  return { draft, changed: stored !== undefined, change, forget, forgetSaved };
};
