import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { isDeclared, type IncidentState } from '@sitrep/shared/incidents/state';
import { systemActor } from '@sitrep/shared/kernel/actor';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { RelationEvent } from '@sitrep/shared/relations/events';
import type { Relations } from '@sitrep/shared/relations/state';
import { inverseOf, isChosen, type RelationKind } from '@sitrep/shared/relations/values';
import type { Room } from '@sitrep/shared/rooms/room';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import type { Reaction } from './reactor.ts';

export type MirrorDeps = {
  readonly bus: CommandBus;
  readonly log: Pick<EventLog, 'readStream'>;
  /** The room as it is in the newest event of the log. */
  readonly roomOf: (id: IncidentId) => Promise<Room>;
  readonly logger: Logger;
};

const ACTOR = systemActor('relations');
const WANTED: ReadonlySet<string> = new Set([
  'relation.added',
  'relation.removed',
  'incident.closed',
  'incident.reopened',
]);

/** What one incident says of another stands in that one too. What it wrote there itself is no news. */
export const mirrorRelations = (deps: MirrorDeps): Reaction => ({
  name: 'mirror-relations',
  wants: ({ type, actor }) => WANTED.has(type) && actor !== ACTOR.ref,
  handle: async (batch) => {
    for (const event of batch) await mirror(deps, event);
  },
});

const mirror = async (deps: MirrorDeps, event: StoredEvent): Promise<void> => {
  const source = event.stream.slice('incident/'.length) as IncidentId;
  const target = await otherIn(deps.log, event);
  if (target === undefined) return;
  // As it is now, not as it was at this event: looked at again, the past must not come back.
  const kinds = kindsFor(target, await deps.roomOf(source));
  if (await agrees(deps, { incidentId: target, otherId: source, kinds, because: event.id })) return;
  // The other one belongs to a third by now: whoever said so first is right.
  const said = kindsFor(source, await deps.roomOf(target));
  await agrees(deps, { incidentId: source, otherId: target, kinds: said, because: `${event.id} refused` });
};

/** What `room` makes of itself in the eyes of another incident. */
export const kindsFor = (
  other: IncidentId,
  { incident, relations }: { readonly incident: IncidentState; readonly relations: Relations },
): readonly RelationKind[] => {
  const said = relations.items.flatMap(({ kind, otherId }) =>
    otherId === other && isChosen(kind) ? [inverseOf(kind)] : [],
  );
  const closure = isDeclared(incident) && incident.status === 'closed' ? incident.closure : undefined;
  if (closure?.kind === 'merged' && closure.into === other) return [...said, 'merged'];
  if (closure?.kind === 'duplicate' && closure.of === other) return [...said, 'duplicate'];
  return said;
};

type Wanted = Recorded<RelationEvent | Extract<IncidentEvent, { type: 'incident.closed' | 'incident.reopened' }>>;

/** Which other incident the event is about. */
const otherIn = async (log: MirrorDeps['log'], stored: StoredEvent): Promise<IncidentId | undefined> => {
  const event = stored as StoredEvent & Wanted;
  switch (event.type) {
    case 'relation.added':
    case 'relation.removed':
      return event.data.otherId;
    case 'incident.closed':
      return closedInto(event);
    case 'incident.reopened': {
      if (event.data.from !== 'closed') return undefined;
      const before = await log.readStream(event.stream, { upToPosition: event.position - 1 });
      const closing = before.findLast(({ type }) => type === 'incident.closed');
      return closing === undefined ? undefined : closedInto(closing as unknown as Closed);
    }
  }
};

type Closed = Extract<Wanted, { type: 'incident.closed' }>;

const closedInto = ({ data: { closure } }: Closed): IncidentId | undefined => {
  if (closure.kind === 'merged') return closure.into;
  return closure.kind === 'duplicate' ? closure.of : undefined;
};

type Agreement = {
  readonly incidentId: IncidentId;
  readonly otherId: IncidentId;
  readonly kinds: readonly RelationKind[];
  /** The same reason makes the same command. */
  readonly because: string;
};

/** Whether the incident took it. */
const agrees = async ({ bus, logger }: MirrorDeps, { because, ...input }: Agreement): Promise<boolean> => {
  const commandId = derivedId('relation.mirror', input.incidentId, because);
  try {
    await bus.execute({ type: 'relation.mirror', input, actor: ACTOR, commandId });
    return true;
  } catch (error) {
    if (!isRefusal(error) || error.code === 'unavailable') throw error;
    const { incidentId } = input;
    logger.info({ incidentId, code: error.code, reason: error.message }, 'a relation was not mirrored');
    // A public incident never learns of a private one: what was said there stands.
    return error.code !== 'conflict';
  }
};
