import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useLiveClient } from '../../live/react.tsx';
import type { Undoable, UndoNotice } from '../../live/undo-state.ts';
import { useKeys } from '../../ui/keys.ts';
import { showToast } from '../../ui/toast.ts';
import { isImport, useDoneWords, useRefusalWords } from './use-undo-words.ts';

const TOAST = 'undo';

/** What somebody writes stands before their eyes: a message for each would only be in the way. The key works for it. */
const isSaid = ({ type, events }: Undoable): boolean => type !== 'timeline.add-entry' || isImport(events);

/** Says what was done with the way to take it back, and what came of taking it back. The focus stays where it is. */
export const UndoToasts = () => {
  const t = useTranslations('undo');
  const { undo } = useLiveClient();
  const { notice } = useStore(undo);
  const doneWords = useDoneWords();
  const refusalWords = useRefusalWords();
  const said = useRef(notice?.count ?? 0);

  useKeys(
    [
      {
        id: 'undo',
        run: () => {
          if (undo.getState().stack.length === 0) showToast({ id: TOAST, title: t('nothing') });
          else void undo.undo();
        },
      },
    ],
    { fallback: true },
  );

  useEffect(() => {
    const tell = ({ about, what, problem }: UndoNotice): void => {
      const title = doneWords(about);
      const run = (): void => void undo.undo(about.commandId);
      switch (what) {
        case 'offered':
          if (isSaid(about)) showToast({ id: TOAST, title, action: { label: t('undo'), run } });
          return;
        case 'undone':
          showToast({ id: TOAST, title: t('undone', { what: title }) });
          return;
        case 'refused':
          showToast({ id: TOAST, tone: 'alarm', title: t('refused'), detail: problem && refusalWords(problem) });
          return;
        case 'failed':
          showToast({ id: TOAST, title: t('failed'), action: { label: t('again'), run } });
      }
    };
    if (notice === undefined || notice.count === said.current) return;
    said.current = notice.count;
    tell(notice);
  }, [notice, undo, t, doneWords, refusalWords]);
  return null;
};
