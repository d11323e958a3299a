import { mustBeDeclared, mustBeOpen } from '../kernel/incident-standing.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Decide } from '../kernel/decider.ts';
import type { UpdateId } from '../kernel/ids.ts';
import type { IncidentKey, IncidentStatus, Severity } from '../incidents/values.ts';
import type { UpdateEvent } from './events.ts';
import { updateOf, type StatusUpdate, type Updates } from './state.ts';

/** What updates have to know of their incident. */
type IncidentHeader =
  | { readonly status: 'undeclared' }
  | { readonly status: IncidentStatus; readonly key: IncidentKey; readonly severity: Severity };
type DeclaredHeader = Exclude<IncidentHeader, { status: 'undeclared' }>;

export type UpdatesContext = { readonly incident: IncidentHeader; readonly updates: Updates };

export type Deciding<Command> = Decide<Command & { updateId: UpdateId }, UpdatesContext, UpdateEvent>;

/** Already so. */
export const NOTHING: readonly UpdateEvent[] = [];

/** @throws Refusal `not-found` */
export const declared = ({ incident }: UpdatesContext): DeclaredHeader => mustBeDeclared(incident);

/** @throws Refusal `not-found` | `conflict` */
export const open = ({ incident }: UpdatesContext): DeclaredHeader => mustBeOpen(incident, 'write updates');

/** @throws Refusal `not-found` */
export const known = ({ updates }: UpdatesContext, id: UpdateId): StatusUpdate => {
  const update = updateOf(updates, id);
  if (update === undefined) throw new Refusal('not-found', 'There is no such update.');
  return update;
};

/**
 * An update that is still worked at.
 * @throws Refusal `not-found` | `conflict`
 */
export const unpublished = (state: UpdatesContext, id: UpdateId): StatusUpdate => {
  const update = known(state, id);
  const current = { status: update.status, revision: update.revision };
  switch (update.status) {
    case 'publishing':
      throw new Refusal('conflict', 'This update is about to leave. Hold it first.', { current });
    case 'published':
      throw new Refusal('conflict', 'This update was published. Write a new one.', { current });
    case 'discarded':
      throw new Refusal('conflict', 'This update was discarded. Write a new one.', { current });
    case 'draft':
    case 'in-review':
    case 'approved':
      return update;
  }
};

/** @throws Refusal `conflict` with the text that stands, where another one was before their eyes */
export const mustBeSeen = (update: StatusUpdate, revision: number): void => {
  if (revision === update.revision) return;
  throw new Refusal('conflict', 'Somebody changed this update in the meantime.', {
    current: { revision: update.revision, ...update.content, by: update.revisedBy, at: update.revisedAt },
  });
};
