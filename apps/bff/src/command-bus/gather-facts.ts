import type { StreamId } from '@sitrep/shared/kernel/event';
import { IncidentId } from '@sitrep/shared/kernel/ids';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { DIRECTORY_STREAM } from '@sitrep/shared/people/commands';
import type { Directory } from '@sitrep/shared/people/state';
import { parentIn } from '@sitrep/shared/relations/state';
import { roomVisibility, type Room } from '@sitrep/shared/rooms/room';
import { SETTINGS_STREAM } from '@sitrep/shared/settings/commands';
import type { SettingsState } from '@sitrep/shared/settings/state';
import type { SettingsFacts } from '@sitrep/shared/settings/values';

const otherIncident = (command: unknown): IncidentId | undefined => {
  const id = IncidentId.safeParse((command as { otherId?: unknown }).otherId);
  return id.success ? id.data : undefined;
};

/** Streams whose state the facts for this command are read from. */
export const factStreams = (command: unknown): readonly StreamId[] => {
  const other = otherIncident(command);
  return [DIRECTORY_STREAM, SETTINGS_STREAM, ...(other === undefined ? [] : [`incident/${other}` as const])];
};

/** What a decision may look up: people, settings, and the other incident where the command names one. */
export const gatherFacts = (
  command: unknown,
  stateOf: (stream: StreamId) => unknown,
  number: number,
): SettingsFacts => {
  const directory = stateOf(DIRECTORY_STREAM) as Directory;
  const otherId = otherIncident(command);
  return {
    number,
    settings: (stateOf(SETTINGS_STREAM) as SettingsState).values,
    person: (id) => directory.people[id],
    incidentParent: (id) =>
      id === otherId ? parentIn((stateOf(`incident/${id}`) as Room).relations)?.otherId : undefined,
    incidentKey: (id, actor, within) => {
      if (id !== otherId) return undefined;
      const other = stateOf(`incident/${id}`) as Room;
      if (!isDeclared(other.incident) || !visibleTo(actor, roomVisibility(other))) return undefined;
      // Everybody reads the closure of a public incident.
      return other.incident.private && !within.private ? undefined : other.incident.key;
    },
  };
};
