import { mustBeDeclared } from '../kernel/incident-standing.ts';
import type { Decide, DecisionContext, Facts } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { IncidentId } from '../kernel/ids.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import type { IncidentKey, IncidentStatus } from '../incidents/values.ts';
import type { RelationEvent } from './events.ts';
import { parentIn, relationTo, type Relations } from './state.ts';
import { isChosen, MOST_RELATIONS, RELATIONS, type ChosenRelation, type RelationKind } from './values.ts';

type Header =
  | { readonly status: 'undeclared' }
  | { readonly status: IncidentStatus; readonly key: IncidentKey; readonly private: boolean };
type DeclaredHeader = Exclude<Header, { readonly status: 'undeclared' }>;

/** Relations belong to an incident, open or closed. */
export type RelationsContext = { readonly incident: Header; readonly relations: Relations };

type About = { readonly incidentId: IncidentId; readonly otherId: IncidentId };
type Deciding<Command> = Decide<Command & About, RelationsContext, RelationEvent>;

const NOTHING: readonly RelationEvent[] = [];

export const addRelation: Deciding<{ kind: ChosenRelation } & Undoing> = (command, state, context) => {
  const { kind, otherId, undoOf } = command;
  const incident = declared(state);
  if (otherId === command.incidentId) throw invalid('otherId', 'That is this incident itself.');
  const key = keyOf(otherId, incident, context);
  if (relationTo(state.relations, command) !== undefined) return NOTHING;
  mustBeFree(state.relations, otherId, key);
  mustHaveRoom(state.relations, incident);
  if (kind === 'parent') mustBeOrphan(incident, parentIn(state.relations)?.key);
  if (kind === 'child' && context.facts.incidentParent(otherId) !== undefined) {
    throw new Refusal('conflict', `${key} belongs to another incident already. Take it away there first.`);
  }
  return [{ type: 'relation.added', data: { kind, otherId, key, ...takingBack(undoOf) } }];
};

export const removeRelation: Deciding<{ kind: ChosenRelation } & Undoing> = (command, state, { actor }) => {
  declared(state);
  const relation = relationTo(state.relations, command);
  const { undoOf } = command;
  if (undoOf !== undefined && (relation?.commandId !== undoOf || relation.by !== actor.ref)) {
    throw new Refusal('conflict', 'Somebody changed this since; nothing was taken back.');
  }
  if (relation === undefined) return NOTHING;
  const { kind, otherId, key } = relation;
  return [{ type: 'relation.removed', data: { kind, otherId, key, ...takingBack(undoOf) } }];
};

/** Makes this incident agree with what the other one says of both: exactly these kinds. */
export const mirrorRelations: Deciding<{ kinds: readonly RelationKind[] }> = (command, state, context) => {
  const { otherId, kinds } = command;
  const incident = declared(state);
  const standing = state.relations.items.filter((item) => item.otherId === otherId);
  const removed = standing
    .filter(({ kind }) => !kinds.includes(kind))
    .map(({ kind, key }): RelationEvent => ({ type: 'relation.removed', data: { kind, otherId, key } }));
  const missing = RELATIONS.filter((kind) => kinds.includes(kind) && !standing.some((item) => item.kind === kind));
  if (missing.length === 0) return removed;
  const key = keyOf(otherId, incident, context);
  mustHaveRoom(state.relations, incident);
  if (missing.includes('parent')) mustBeOrphan(incident, parentIn(state.relations)?.key);
  return [
    ...removed,
    ...missing.map((kind): RelationEvent => ({ type: 'relation.added', data: { kind, otherId, key } })),
  ];
};

const declared = ({ incident }: RelationsContext): DeclaredHeader => mustBeDeclared(incident);

/** Whoever reads this incident reads that key: a public one names no private one. */
const keyOf = (otherId: IncidentId, incident: DeclaredHeader, { actor, facts }: DecisionContext<Facts>): string => {
  const key = facts.incidentKey(otherId, actor, incident);
  if (key === undefined) throw invalid('otherId', 'There is no such incident.');
  return key;
};

const mustBeFree = ({ items }: Relations, otherId: IncidentId, key: string): void => {
  const standing = items.find((item) => item.otherId === otherId && isChosen(item.kind));
  if (standing === undefined) return;
  throw new Refusal('conflict', `${key} is known here already, as ${standing.kind}. Take that away first.`, {
    current: { kind: standing.kind },
  });
};

const mustBeOrphan = ({ key }: DeclaredHeader, parent: IncidentKey | undefined): void => {
  if (parent === undefined) return;
  throw new Refusal('conflict', `${key} belongs to ${parent} already. Take that away first.`, { current: { parent } });
};

const mustHaveRoom = ({ items }: Relations, { key }: DeclaredHeader): void => {
  if (items.length < MOST_RELATIONS) return;
  throw new Refusal('conflict', `${key} has ${MOST_RELATIONS} relations, and takes no more.`);
};
