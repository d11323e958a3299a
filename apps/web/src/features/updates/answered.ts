import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { StatusUpdate, Updates } from '@sitrep/shared/updates/state';

/** A public update of theirs that was decided on and waits for them: to be published, or to be changed. The newest. */
export const answeredFor = ({ items }: Updates, writer: ActorRef): StatusUpdate | undefined =>
  items.findLast(
    ({ audience, status, draftedBy, revisedBy, changesRequested }) =>
      audience === 'external' &&
      (draftedBy === writer || revisedBy === writer) &&
      (status === 'approved' || (status === 'draft' && changesRequested !== undefined)),
  );
