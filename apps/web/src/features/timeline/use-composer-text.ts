import { useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useStored } from '../../ui/stored.ts';
import { complete, type Known, type Suggestion } from './completion.ts';

export type ComposerText = {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly change: (text: string, caret: number) => void;
  readonly setCaret: (caret: number) => void;
  readonly suggestions: readonly Suggestion[];
  readonly open: boolean;
  /** Of the suggestions, the one that Enter takes. */
  readonly active: number | undefined;
  readonly insert: (suggestion: Suggestion) => void;
  /** Says whether the key was one for the suggestions. */
  readonly handleKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
};

/** The text that is being written, kept through reloads, with what may be completed at the caret. */
export const useComposerText = (storage: string, known: Known, onChange: () => void): ComposerText => {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useStored(storage);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const [hidden, setHidden] = useState(false);
  const completion = useMemo(() => complete(text, caret, known), [text, caret, known]);
  const { suggestions } = completion;
  const open = !hidden && suggestions.length > 0;
  // After a space nothing is chosen yet: Enter then sends what stands there.
  const active = open ? (chosen ?? (completion.from < completion.to ? 0 : undefined)) : undefined;

  const change = (next: string, position: number): void => {
    setText(next);
    setCaret(position);
    setChosen(undefined);
    setHidden(false);
    onChange();
  };
  const insert = (suggestion: Suggestion): void => {
    const position = completion.from + suggestion.insert.length;
    change(text.slice(0, completion.from) + suggestion.insert + text.slice(completion.to), position);
    requestAnimationFrame(() => ref.current?.setSelectionRange(position, position));
    ref.current?.focus();
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const takes = (event.key === 'Tab' || (event.key === 'Enter' && active !== undefined)) && !event.shiftKey;
    if (step !== undefined) {
      setChosen(((active ?? (step === 1 ? -1 : 0)) + step + suggestions.length) % suggestions.length);
    } else if (event.key === 'Escape') setHidden(true);
    else if (takes) {
      const suggestion = suggestions[active ?? 0];
      if (suggestion !== undefined) insert(suggestion);
    } else return false;
    event.preventDefault();
    return true;
  };
  return { ref, text, change, setCaret, suggestions, open, active, insert, handleKey };
};
