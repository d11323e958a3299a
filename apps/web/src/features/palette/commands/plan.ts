import { COMMAND_TYPES, commandDefinition } from '@sitrep/shared/protocol/catalogue';
import { commandFields, type CommandField } from '@sitrep/shared/protocol/command-fields';
import type { Action } from '@sitrep/shared/kernel/permissions';
import { isOffered, type OfferedCommand } from './left-out.ts';

export type Args = Readonly<Record<string, unknown>>;

export const OFFERED = COMMAND_TYPES.filter(isOffered);

/** Fields that could be left out, and yet decide what is meant. */
const ALSO_ASKED: Partial<Readonly<Record<OfferedCommand, readonly string[]>>> = {
  'incident.close': ['as'],
  'situation.change-impact': ['users'],
  'situation.add-link': ['kind'],
  'timeline.add-entry': ['kind'],
};

/** What is asked for one after the other; the rest has defaults, or is asked for where an answer is refused for it. */
export const askedFields = (type: OfferedCommand): readonly CommandField[] => {
  const also = ALSO_ASKED[type] ?? [];
  const fields = commandFields(type).filter(({ name, required }) => required || also.includes(name));
  // Texts last: by then it is clear what they are about.
  return [...fields.filter(({ value }) => value.is !== 'text'), ...fields.filter(({ value }) => value.is === 'text')];
};

const isText = ({ value }: CommandField): boolean => value.is === 'text';

/** Nothing takes these back, and no text had to be thought of: they are asked about once more. */
const REVIEWED: readonly Action[] = ['people.manage', 'incident.manage-access'];

export const isReviewed = (type: OfferedCommand): boolean => {
  const { action } = commandDefinition(type);
  return REVIEWED.includes(action) && !askedFields(type).some(isText);
};

/** What a command would lead to, as far as it can be told here. */
export type Judgement =
  | { readonly says: 'unknown' | 'accepted' }
  /** So it is already. */
  | { readonly says: 'nothing' }
  | { readonly says: 'refused'; readonly why: string; readonly missing: readonly string[] };

export type Judge = (type: OfferedCommand, args: Args) => Judgement;

export type Next =
  | { readonly step: 'ask'; readonly field: CommandField }
  | { readonly step: 'review' }
  | { readonly step: 'send' };

export const nextStep = (type: OfferedCommand, args: Args, judge: Judge, reviewed = false): Next => {
  const asked = askedFields(type).find(({ name }) => !Object.hasOwn(args, name));
  if (asked !== undefined) return { step: 'ask', field: asked };
  const wanted = wantedBy(judge(type, args), type, args);
  if (wanted !== undefined) return { step: 'ask', field: wanted };
  return isReviewed(type) && !reviewed ? { step: 'review' } : { step: 'send' };
};

/** The field that a refusal misses, where it has not been asked for: lowering a severity takes a reason. */
export const wantedBy = (judgement: Judgement, type: OfferedCommand, args: Args): CommandField | undefined =>
  judgement.says === 'refused'
    ? commandFields(type).find(
        ({ name, value }) => judgement.missing.includes(name) && !Object.hasOwn(args, name) && value.is !== 'structure',
      )
    : undefined;

/** What would come of one answer to one field: a refusal for what is yet to be asked is none. */
export const judgeAnswer = (judge: Judge, type: OfferedCommand, args: Args): Judgement => {
  const open = askedFields(type).filter(({ name }) => !Object.hasOwn(args, name));
  if (!open.every(isText)) return { says: 'unknown' };
  const filled = { ...args, ...Object.fromEntries(open.map(({ name }) => [name, 'x'])) };
  const judgement = judge(type, filled);
  return wantedBy(judgement, type, filled) === undefined ? judgement : { says: 'accepted' };
};
