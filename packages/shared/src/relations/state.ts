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
  readonly commandId: string;
};

export type Relations = { readonly items: readonly Relation[] };

export const noRelations: Relations = { items: [] };

export const relationTo = (
  { items }: Relations,
  { otherId, kind }: Pick<Relation, 'otherId' | 'kind'>,
): Relation | undefined => items.find((item) => item.otherId === otherId && item.kind === kind);

export const parentIn = ({ items }: Relations): Relation | undefined => items.find(({ kind }) => kind === 'parent');
