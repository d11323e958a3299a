import { isOpenTask, type Task } from '@sitrep/shared/tasks/state';
import { FOLLOW_UP_LENGTH } from '@sitrep/shared/tasks/values';
import {
  firstWord,
  leadingWords,
  numberIn,
  sends,
  usage,
  type AreaEntry,
  type QuickArea,
  type QuickContext,
} from './area.ts';

const NAMES = ['task', 'got', 'done', 'cannot', 'todo'] as const;
type Name = (typeof NAMES)[number];

const MINUTE = 60_000;
/** As in the form for a task. */
const DEFAULT_TASK_MS = 10 * MINUTE;

export const tasksArea: QuickArea<Name> = {
  names: NAMES,
  parse: (name, rest, context) => {
    switch (name) {
      case 'task':
        return assign(rest, context);
      case 'todo':
        return rest === '' ? usage(name) : sends('follow-up.keep', { text: cut(rest) }, 'todo');
      case 'got':
      case 'done':
      case 'cannot':
        return report(name, rest, context);
    }
  },
};

/** `@bo` and `10m`, in any order and not needed, and then what to do. */
const assign = (rest: string, context: QuickContext): AreaEntry => {
  const { handle, forMs = DEFAULT_TASK_MS, text } = leadingWords(rest);
  if (text === '' || forMs === 0) return usage('task');
  const assignee = handle === undefined ? context.me : context.personOf(handle);
  if (assignee === undefined) return { does: 'explain', problem: { code: 'handle-unknown', value: handle ?? '' } };
  const about = { text, minutes: Math.max(1, Math.round(forMs / MINUTE)) };
  return handle === undefined
    ? sends('task.assign', { text, assignee, forMs }, 'taskOwn', about)
    : sends('task.assign', { text, assignee, forMs }, 'task', { ...about, handle });
};

/** Without a number it is about the only task that the writer has. */
const report = (name: 'got' | 'done' | 'cannot', rest: string, { parts, me }: QuickContext): AreaEntry => {
  const [word, after] = firstWord(rest);
  const number =
    /^t?\d+$/iu.test(word) && (name === 'got' || /^t/iu.test(word) || after === '') ? numberIn(word, 't') : undefined;
  if (number === undefined) {
    const [only, ...more] = parts.tasks.items.filter((task) => isOpenTask(task) && task.assignee === me);
    return only === undefined || more.length > 0 ? usage(name) : reported(name, only, rest);
  }
  const task = parts.tasks.items.find((item) => item.number === number);
  if (task === undefined) return { does: 'explain', problem: { code: 'number-unknown', value: `T${number}` } };
  return reported(name, task, after);
};

const reported = (name: 'got' | 'done' | 'cannot', { id, number, text }: Task, said: string): AreaEntry => {
  const about = { number, text };
  switch (name) {
    case 'got':
      return sends('task.acknowledge', { taskId: id }, 'got', about);
    case 'done':
      return sends('task.done', { taskId: id, ...(said === '' ? {} : { result: said }) }, 'done', about);
    case 'cannot':
      return said === '' ? usage(name) : sends('task.fail', { taskId: id, reason: said }, 'cannot', about);
  }
};

const cut = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, FOLLOW_UP_LENGTH);

/** What a note that begins with `todo:` keeps for later; nothing for any other. */
export const followUpIn = (entry: { readonly does: string; readonly kind?: string; readonly text?: string }) => {
  if (entry.does !== 'write' || entry.kind !== 'note') return undefined;
  const [, text] = /^todo:\s*(\S[\s\S]*)$/iu.exec(entry.text ?? '') ?? [];
  return text === undefined ? undefined : cut(text);
};
