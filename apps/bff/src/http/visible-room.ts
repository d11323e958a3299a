import type { Actor } from '@sitrep/shared/kernel/actor';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import { isDeclared, type Incident } from '@sitrep/shared/incidents/state';
import { roomVisibility, type Room } from '@sitrep/shared/rooms/room';
import type { EventLog } from '../ports/event-log.ts';
import type { OpenSet } from '../projections/open-set.ts';
import { loadStream } from '../projections/pipeline.ts';
import type { IncidentIdOf } from './incident-id-of.ts';

/** `version` and `position`: of the newest event in it. */
type SeenRoom = {
  readonly room: Room;
  readonly incident: Incident;
  readonly version: number;
  readonly position: number;
};

export type VisibleRoom = (actor: Actor, idOrKey: string) => Promise<SeenRoom>;

type Deps = { readonly log: EventLog; readonly openSet: OpenSet; readonly incidentIdOf: IncidentIdOf };

/** The room of an incident as it is now, open or closed, for whoever may see it. */
export const createVisibleRoom =
  ({ log, openSet, incidentIdOf }: Deps): VisibleRoom =>
  async (actor, idOrKey) => {
    const id = await incidentIdOf(idOrKey);
    if (id === undefined) throw noSuchIncident();
    const stream = `incident/${id}` as const;
    const { state, version, position } = openSet.get(stream) ?? (await loadStream(log, stream));
    const room = state as Room;
    if (!isDeclared(room.incident) || !visibleTo(actor, roomVisibility(room))) throw noSuchIncident();
    return { room, incident: room.incident, version, position };
  };

/** What is hidden answers like what is not there. */
export const noSuchIncident = (): Refusal => new Refusal('not-found', 'There is no such incident.');
