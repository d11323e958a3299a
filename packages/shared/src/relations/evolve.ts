import type { Recorded } from '../kernel/event.ts';
import type { RelationEvent } from './events.ts';
import type { Relation, Relations } from './state.ts';

export const evolveRelations = ({ items }: Relations, event: Recorded<RelationEvent>): Relations => {
  const { kind, otherId, key } = event.data;
  const others = items.filter((item) => item.kind !== kind || item.otherId !== otherId);
  if (event.type === 'relation.removed') return { items: others };
  const { actor: by, at, commandId } = event;
  const added: Relation = { kind, otherId, key, by, at, commandId };
  return { items: [...others, added] };
};
