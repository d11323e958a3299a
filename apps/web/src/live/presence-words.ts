import type { EntryId } from '@sitrep/shared/kernel/ids';
import { TYPING_ENDS_MS, type Doing } from '@sitrep/shared/protocol/presence';
import type { Scheduler } from './scheduler.ts';

/** Says what somebody does here. Typing ends by itself, editing when it is said. */
export type ReportPresence = (doing: Doing, entryId?: EntryId) => void;

/** One part of the page that says what somebody does in it. */
export type PresenceReporter = { readonly report: ReportPresence; readonly stop: () => void };

export type Word = { readonly doing: Doing; readonly entryId?: EntryId };

export const VIEWING: Word = { doing: 'viewing' };

export const sameWord = (one: Word, other: Word): boolean => one.doing === other.doing && one.entryId === other.entryId;

/** What the parts of a page say together: the last of them that says something. */
export const createPresenceWords = (scheduler: Scheduler, onWord: () => void) => {
  const words = new Map<object, Word & { readonly at: number }>();

  const stands = ({ doing, at }: Word & { readonly at: number }) =>
    doing !== 'typing' || scheduler.now() - at < TYPING_ENDS_MS;

  return {
    word: (): Word => {
      const last = [...words.values()].findLast(stands);
      if (last === undefined) return VIEWING;
      return { doing: last.doing, ...(last.entryId === undefined ? {} : { entryId: last.entryId }) };
    },
    reporter: (): PresenceReporter => {
      const part = {};
      const report: ReportPresence = (doing, entryId) => {
        words.delete(part);
        const about = doing === 'editing' && entryId !== undefined ? { entryId } : {};
        if (doing !== 'viewing') words.set(part, { doing, ...about, at: scheduler.now() });
        onWord();
      };
      return { report, stop: () => report('viewing') };
    },
  };
};
