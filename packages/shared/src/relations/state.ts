import type { IncidentKey } from '../incidents/values.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { IncidentId } from '../kernel/ids.ts';
import type { RelationKind } from './values.ts';

export type Relation = {
  readonly kind: RelationKind;
  readonly otherId: IncidentId;
  readonly key: IncidentKey;
  readonly by: ActorRef;
  readonly at: number;
};

export type Relations = { readonly items: readonly Relation[] };

export const noRelations: Relations = { items: [] };
