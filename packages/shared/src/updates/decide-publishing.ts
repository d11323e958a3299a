import { Refusal } from '../kernel/errors.ts';
import { userIdOf, type Actor } from '../kernel/actor.ts';
import { invalid } from '../kernel/refusals.ts';
import type { Severity } from '../incidents/values.ts';
import {
  NOTHING,
  declared,
  known,
  mustBeSeen,
  open,
  unpublished,
  type Deciding,
  type UpdatesContext,
} from './deciding.ts';
import { draftedEvent, type Drafted } from './decide-drafts.ts';
import type { UpdateEvent } from './events.ts';
import { isPublishing, type StatusUpdate } from './state.ts';
import { gapsIn } from './template.ts';
import { HOLD_WINDOW_MS } from './values.ts';

export const requestApproval: Deciding<unknown> = ({ updateId }, state) => {
  open(state);
  const update = mustBeExternal(unpublished(state, updateId));
  if (update.status !== 'draft') return NOTHING;
  mustBeFilledIn(update);
  return [{ type: 'update.approval-requested', data: { updateId } }];
};

export const approve: Deciding<{ revision: number }> = ({ updateId, revision }, state, { actor }) => {
  const { severity } = open(state);
  const update = mustBeExternal(unpublished(state, updateId));
  mustBeSeen(update, revision);
  if (update.status === 'approved') return NOTHING;
  if (update.status === 'draft') {
    throw new Refusal('conflict', 'Nobody asked for approval of this update yet.', {
      current: { status: update.status, revision: update.revision },
    });
  }
  if (needsAnother(severity) && isOwn(update, actor)) {
    throw new Refusal('forbidden', 'You wrote this text. On SEV1 and SEV2 another approves it: commander or deputy.');
  }
  return [{ type: 'update.approved', data: { updateId, revision: update.revision } }];
};

export const requestChanges: Deciding<{ reason: string }> = ({ updateId, reason }, state) => {
  open(state);
  const update = mustBeExternal(unpublished(state, updateId));
  if (update.status === 'draft') {
    throw new Refusal('conflict', 'This update is with its author already.', { current: { status: update.status } });
  }
  return [{ type: 'update.changes-requested', data: { updateId, reason } }];
};

export const publish: Deciding<{ revision: number; withoutApproval?: string | undefined }> = (
  { updateId, revision, withoutApproval },
  state,
  { now },
) => {
  const { severity } = open(state);
  const update = unpublished(state, updateId);
  mustBeSeen(update, revision);
  return [leaving(update, state, { severity, now, withoutApproval })];
};

/** Drafted and published by one person in one step, by the rules of both. */
export const announce: Deciding<Drafted & { withoutApproval?: string | undefined }> = (command, state, context) => {
  const { severity } = open(state);
  const drafted = draftedEvent(command, state);
  const { updateId: id, audience, content } = drafted.data;
  const update = { id, audience, content, status: 'draft', revision: 1, revisedBy: context.actor.ref } as const;
  const { withoutApproval } = command;
  return [drafted, leaving(update, state, { severity, now: context.now, withoutApproval })];
};

type Leaving = Pick<StatusUpdate, 'id' | 'audience' | 'content' | 'status' | 'revision' | 'approved' | 'revisedBy'>;
type Asked = {
  readonly severity: Severity;
  readonly now: number;
  readonly withoutApproval: string | undefined;
};

const leaving = (
  update: Leaving,
  state: UpdatesContext,
  { severity, now, withoutApproval }: Asked,
): Extract<UpdateEvent, { type: 'update.publishing' }> => {
  mustBeFilledIn(update);
  if (update.content.nextAt !== undefined && update.content.nextAt <= now) {
    throw invalid('nextAt', 'The time of the next update has passed. Set a later one.');
  }
  mustBeAlone(state, update);
  const cleared = isCleared(update, severity);
  if (!cleared && withoutApproval === undefined) throw unapproved(update);
  return {
    type: 'update.publishing',
    data: {
      updateId: update.id,
      audience: update.audience,
      leavesAt: now + HOLD_WINDOW_MS,
      ...(cleared || withoutApproval === undefined ? {} : { withoutApproval }),
    },
  };
};

export const hold: Deciding<unknown> = ({ updateId }, state, { now }) => {
  declared(state);
  const update = known(state, updateId);
  if (update.status === 'published' || (isPublishing(update) && now >= update.leavesAt)) {
    throw new Refusal('conflict', 'This update has left already. Publish another that corrects it.', {
      current: { status: update.status },
    });
  }
  return isPublishing(update) ? [{ type: 'update.held', data: { updateId, audience: update.audience } }] : NOTHING;
};

/** Of the window that ends at `leavesAt`: what was held and published again has another one. */
export const release: Deciding<{ leavesAt: number }> = ({ updateId, leavesAt }, state, { now }) => {
  declared(state);
  const update = known(state, updateId);
  if (!isPublishing(update) || update.leavesAt !== leavesAt) return NOTHING;
  if (now < leavesAt) throw new Refusal('conflict', 'It can still be held.', { current: { leavesAt } });
  const { audience, content, by, withoutApproval } = update;
  const publishedBy = userIdOf(by);
  return [
    {
      type: 'update.published',
      data: {
        updateId,
        audience,
        content,
        ...(publishedBy === undefined ? {} : { publishedBy }),
        ...(withoutApproval === undefined ? {} : { withoutApproval }),
      },
    },
  ];
};

/** On SEV1 and SEV2 what customers read has been seen by two people. */
export const needsAnother = (severity: Severity): boolean => severity <= 2;

/**
 * May leave without a reason. Severity may have risen since it was approved, so who approved counts again.
 */
export const isCleared = (
  { audience, approved, revisedBy }: Pick<StatusUpdate, 'audience' | 'approved' | 'revisedBy'>,
  severity: Severity,
): boolean =>
  audience === 'internal' || !needsAnother(severity) || (approved !== undefined && approved.by !== revisedBy);

export const isOwn = ({ revisedBy }: Pick<StatusUpdate, 'revisedBy'>, actor: Pick<Actor, 'ref'>): boolean =>
  revisedBy === actor.ref;

const mustBeExternal = (update: StatusUpdate): StatusUpdate => {
  if (update.audience === 'external') return update;
  throw new Refusal('conflict', 'An internal update needs no approval: publish it.');
};

const mustBeFilledIn = ({ content }: Pick<StatusUpdate, 'content'>): void => {
  const [gap] = gapsIn(content.text);
  if (gap !== undefined) throw invalid('text', `{{${gap}}} is not filled in.`);
};

const mustBeAlone = ({ updates }: UpdatesContext, { audience }: Leaving): void => {
  const other = updates.items.find((item) => isPublishing(item) && item.audience === audience);
  if (other === undefined) return;
  throw new Refusal('conflict', 'Another update to the same readers is about to leave. Wait for it, or hold it.', {
    current: { updateId: other.id, status: other.status },
  });
};

const unapproved = ({ status, revision, approved }: Leaving): Refusal =>
  new Refusal(
    'conflict',
    approved === undefined
      ? 'The commander or deputy has not approved this update. Say why it cannot wait to publish it without.'
      : 'It was approved by who wrote it. On SEV1 and SEV2 another approves it, or say why it cannot wait.',
    { current: { status, revision } },
  );
