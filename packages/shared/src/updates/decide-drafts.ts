import { Refusal } from '../kernel/errors.ts';
import type { UpdateId } from '../kernel/ids.ts';
import { invalid } from '../kernel/refusals.ts';
import type { Audience } from '../settings/values.ts';
import { NOTHING, mustBeSeen, open, unpublished, type Deciding, type UpdatesContext } from './deciding.ts';
import type { ComponentState, UpdateContent, UpdateEvent } from './events.ts';
import { updateOf } from './state.ts';
import { MAX_UPDATES } from './values.ts';

type Content = {
  readonly text: string;
  readonly components: readonly { readonly name: string; readonly state: ComponentState }[];
  readonly nextAt?: number | undefined;
  readonly templateId?: string | undefined;
};

// Former texts are not kept, but each was sent to everybody.
const MAX_REVISIONS = 500;

export type Drafted = Content & { readonly audience: Audience };

export const draft: Deciding<Drafted> = (command, state) => {
  open(state);
  return [draftedEvent(command, state)];
};

/** @throws Refusal `conflict` | `invalid` */
export const draftedEvent = (
  command: Drafted & { readonly updateId: UpdateId },
  { updates }: UpdatesContext,
): Extract<UpdateEvent, { type: 'update.drafted' }> => {
  if (updateOf(updates, command.updateId) !== undefined) {
    throw new Refusal('conflict', 'There is an update with this id already.');
  }
  if (updates.items.length >= MAX_UPDATES) {
    throw new Refusal('conflict', `An incident has ${MAX_UPDATES} updates at most. Revise one that was not published.`);
  }
  const { updateId, audience } = command;
  return {
    type: 'update.drafted',
    data: { updateId, number: updates.items.length + 1, audience, content: contentOf(command) },
  };
};

export const revise: Deciding<Content & { baseRevision: number }> = (command, state) => {
  open(state);
  const update = unpublished(state, command.updateId);
  mustBeSeen(update, command.baseRevision);
  const content = contentOf(command);
  if (isSame(content, update.content)) return NOTHING;
  if (update.revision >= MAX_REVISIONS) {
    throw new Refusal('conflict', `An update is revised ${MAX_REVISIONS} times at most. Write a new one.`);
  }
  return [{ type: 'update.revised', data: { updateId: update.id, revision: update.revision + 1, content } }];
};

export const discard: Deciding<{ reason?: string | undefined }> = ({ updateId, reason }, state) => {
  open(state);
  if (updateOf(state.updates, updateId)?.status === 'discarded') return NOTHING;
  const update = unpublished(state, updateId);
  const why = reason?.trim() === '' ? undefined : reason;
  return [{ type: 'update.discarded', data: { updateId: update.id, ...(why === undefined ? {} : { reason: why }) } }];
};

const contentOf = ({ text, components, nextAt, templateId }: Content): UpdateContent => {
  const names = components.map(({ name }) => name.toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) throw invalid(`components[${twice}].name`, `${components[twice]?.name} is listed twice.`);
  return {
    text,
    components: [...components],
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(templateId === undefined ? {} : { templateId }),
  };
};

const isSame = (a: UpdateContent, b: UpdateContent): boolean =>
  a.text === b.text &&
  a.nextAt === b.nextAt &&
  a.templateId === b.templateId &&
  a.components.length === b.components.length &&
  a.components.every(({ name, state }, index) => {
    const other = b.components[index];
    return other?.name === name && other.state === state;
  });
