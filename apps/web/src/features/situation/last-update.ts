import type { Incident } from '@sitrep/shared/incidents/state';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { Situation } from '@sitrep/shared/situation/state';

export type LastUpdate = { readonly by: ActorRef; readonly at: number };

/** The newest change of the document as a whole; nothing for one that is as it was declared. */
export const lastUpdateOf = (
  { lastChanges }: Pick<Incident, 'lastChanges'>,
  { updatedBy, updatedAt }: Pick<Situation, 'updatedBy' | 'updatedAt'>,
): LastUpdate | undefined => {
  let last: LastUpdate | undefined =
    updatedBy === undefined || updatedAt === undefined ? undefined : { by: updatedBy, at: updatedAt };
  for (const change of Object.values(lastChanges)) {
    if (change !== undefined && (last === undefined || change.at > last.at)) last = { by: change.by, at: change.at };
  }
  return last;
};
