import type { Facts } from '@sitrep/shared/kernel/decider';
import type { StreamId } from '@sitrep/shared/kernel/event';
import { IncidentId } from '@sitrep/shared/kernel/ids';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { DIRECTORY_STREAM } from '@sitrep/shared/people/commands';
import type { Directory } from '@sitrep/shared/people/state';
import { roomVisibility, type Room } from '@sitrep/shared/rooms/room';

const otherIncident = (command: unknown): IncidentId | undefined => {
  const id = IncidentId.safeParse((command as { otherId?: unknown }).otherId);
  return id.success ? id.data : undefined;
};

/** Streams whose state the facts for this command are read from. */
export const factStreams = (command: unknown): readonly StreamId[] => {
  const other = otherIncident(command);
  return other === undefined ? [DIRECTORY_STREAM] : [DIRECTORY_STREAM, `incident/${other}`];
};

/** What a decision may look up: people, and the other incident where the command names one. */
export const gatherFacts = (command: unknown, stateOf: (stream: StreamId) => unknown, number: number): Facts => {
  const directory = stateOf(DIRECTORY_STREAM) as Directory;
  const otherId = otherIncident(command);
  return {
    number,
    person: (id) => directory.people[id],
    incidentKey: (id, actor, within) => {
      if (id !== otherId) return undefined;
      const other = stateOf(`incident/${id}`) as Room;
      if (!isDeclared(other.incident) || !visibleTo(actor, roomVisibility(other))) return undefined;
      // Everybody reads the closure of a public incident.
      return other.incident.private && !within.private ? undefined : other.incident.key;
    },
  };
};
