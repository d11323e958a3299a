import type { Fact } from '../../timeline/recorded.ts';
import type { Room } from '../room.ts';
import { utc } from './markdown-text.ts';
import { actorIn, nameOf, type Names } from './names.ts';

/** What nobody wants to know. */
const LEFT_OUT = new Set(['undoOf', 'revision', 'before', 'dueFrom']);
const FIRST_TIME = Date.UTC(2000, 0);

/** `hypothesis.ruled-out` → `Hypothesis ruled out`. */
const wordsOf = (type: string): string => {
  const words = type.replaceAll(/[.-]/g, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const fieldName = (field: string): string =>
  field.replace(/(?<=.)Id$/, '').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids are for the JSON. */
const isId = (value: unknown, names: Names): boolean => {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => isId(item, names));
  return typeof value === 'string' && UUID.test(value) && nameOf(names, value) === undefined;
};

/** One value in words: people by name, times in UTC, lists and groups in line. */
const valueText = (value: unknown, names: Names): string => {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return value > FIRST_TIME ? `${utc(value)} UTC` : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') {
    if (/^(user|system|integration)\//.test(value)) return actorIn(names, value as `user/${string}`);
    return nameOf(names, value) ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => valueText(item, names)).join(', ');
  return detailsOf(value, names);
};

const detailsOf = (data: object, names: Names): string =>
  Object.entries(data)
    .filter(([field, value]) => !LEFT_OUT.has(field) && !isId(value, names) && value !== undefined && value !== '')
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([field, value]) => `${fieldName(field)}: ${valueText(value, names)}`)
    .join('; ');

type Named = { readonly title?: string; readonly text?: string; readonly plan?: { readonly title: string } };
type Subjects = { readonly updateId?: string; readonly taskId?: string; readonly needId?: string };

/** Which one it is about: `M2: Restart the pool`. */
const subjectOf = (fact: Fact, { updates, tasks, roster }: Room): string | undefined => {
  const data = fact.data as Subjects & Named & { readonly number?: number };
  if (data.updateId !== undefined)
    return numbered(
      'U',
      updates.items.find(({ id }) => id === data.updateId),
    );
  if (data.taskId !== undefined) {
    const task = tasks.items.find(({ id }) => id === data.taskId);
    return task === undefined ? undefined : `T${task.number}: ${task.text}`;
  }
  if (data.needId !== undefined) return roster.needs.find(({ id }) => id === data.needId)?.text;
  const letter = fact.type.slice(0, 1).toUpperCase();
  if (data.number === undefined) return data.title;
  const called = data.title ?? data.plan?.title ?? data.text;
  return `${letter}${data.number}${called === undefined ? '' : `: ${called}`}`;
};

const numbered = (letter: string, thing: { readonly number: number } | undefined): string | undefined =>
  thing === undefined ? undefined : `${letter}${thing.number}`;

/** What was recorded by itself, complete and plain; the screens say it in sentences. */
export const factText = (fact: Fact, room: Room, names: Names): string => {
  const subject = subjectOf(fact, room);
  const { text, plan } = fact.data as Named;
  // What it is about need not be said twice.
  const said = {
    number: undefined,
    title: undefined,
    ...(text !== undefined && subject?.includes(text) === true ? { text: undefined } : {}),
    ...(plan === undefined ? {} : { plan: { ...plan, title: undefined } }),
  };
  const details = detailsOf({ ...fact.data, ...said }, names);
  return [wordsOf(fact.type), subject, details].filter((part) => part !== undefined && part !== '').join(' · ');
};
