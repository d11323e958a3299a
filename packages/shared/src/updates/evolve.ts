import type { Recorded } from '../kernel/event.ts';
import type { UpdateId } from '../kernel/ids.ts';
import { appended } from '../kernel/lists.ts';
import type { UpdateEvent } from './events.ts';
import { isPublishing, type DraftStatus, type StatusUpdate, type Updates } from './state.ts';

type Of<Type extends UpdateEvent['type']> = Recorded<Extract<UpdateEvent, { type: Type }>>;

export const evolveUpdates = (state: Updates, event: Recorded<UpdateEvent>): Updates => {
  if (event.type === 'update.drafted') return { items: appended(state.items, drafted(event)) };
  return changed(state, event.data.updateId, (update) => next(update, event));
};

const next = (
  update: StatusUpdate,
  event: Recorded<Exclude<UpdateEvent, { type: 'update.drafted' }>>,
): StatusUpdate => {
  switch (event.type) {
    case 'update.revised':
      return { ...unapproved(update), ...revisedBy(event), status: 'draft' };
    case 'update.approval-requested':
      return { ...withoutChanges(update), status: 'in-review' };
    case 'update.approved':
      return { ...withoutChanges(update), status: 'approved', approved: { by: event.actor, at: event.at } };
    case 'update.changes-requested':
      return {
        ...unapproved(update),
        status: 'draft',
        changesRequested: { by: event.actor, at: event.at, reason: event.data.reason },
      };
    case 'update.publishing':
      return publishing(update, event);
    case 'update.held':
      return isPublishing(update) ? held(update) : update;
    case 'update.published':
      return {
        ...content(update),
        content: event.data.content,
        ...(event.data.withoutApproval === undefined ? {} : { withoutApproval: event.data.withoutApproval }),
        status: 'published',
        publishedAt: event.at,
        by: isPublishing(update) ? update.by : event.actor,
      };
    case 'update.discarded':
      return { ...content(update), status: 'discarded', discardedAt: event.at };
  }
};

const drafted = ({ data, actor, at }: Of<'update.drafted'>): StatusUpdate => ({
  id: data.updateId,
  number: data.number,
  audience: data.audience,
  content: data.content,
  revision: 1,
  draftedBy: actor,
  draftedAt: at,
  revisedBy: actor,
  revisedAt: at,
  status: 'draft',
});

const revisedBy = ({ data, actor, at }: Of<'update.revised'>) => ({
  content: data.content,
  revision: data.revision,
  revisedBy: actor,
  revisedAt: at,
});

const publishing = (update: StatusUpdate, { data, actor }: Of<'update.publishing'>): StatusUpdate => ({
  ...content(update),
  ...(data.withoutApproval === undefined ? {} : { withoutApproval: data.withoutApproval }),
  status: 'publishing',
  leavesAt: data.leavesAt,
  by: actor,
  before: draftStatusOf(update),
});

const held = (update: Extract<StatusUpdate, { status: 'publishing' }>): StatusUpdate => {
  const { withoutApproval: _reason, ...rest } = content(update);
  return { ...rest, status: update.before };
};

const draftStatusOf = ({ status }: StatusUpdate): DraftStatus =>
  status === 'in-review' || status === 'approved' ? status : 'draft';

type Content = Omit<StatusUpdate, 'status'>;

/** What it has whatever its status. */
const content = (update: StatusUpdate): Content => {
  const { id, number, audience, revision, draftedBy, draftedAt, approved, changesRequested, withoutApproval } = update;
  return {
    id,
    number,
    audience,
    content: update.content,
    revision,
    draftedBy,
    draftedAt,
    revisedBy: update.revisedBy,
    revisedAt: update.revisedAt,
    ...(approved === undefined ? {} : { approved }),
    ...(changesRequested === undefined ? {} : { changesRequested }),
    ...(withoutApproval === undefined ? {} : { withoutApproval }),
  };
};

const withoutChanges = (update: StatusUpdate): Content => {
  const { changesRequested: _answered, ...rest } = content(update);
  return rest;
};

/** An approval is of one text. */
const unapproved = (update: StatusUpdate): Content => {
  const { approved: _lost, ...rest } = content(update);
  return rest;
};

const changed = (state: Updates, id: UpdateId, change: (update: StatusUpdate) => StatusUpdate): Updates => {
  const index = state.items.findIndex((item) => item.id === id);
  const update = state.items[index];
  return update === undefined ? state : { items: state.items.with(index, change(update)) };
};
