import type * as z from 'zod/mini';
import { alertAggregate } from '../alerts/evolve.ts';
import { alertCommands } from '../alerts/commands.ts';
import { AlertEvents, type AlertEvent } from '../alerts/events.ts';
import { checklistCommands } from '../checklists/commands.ts';
import { hypothesisCommands } from '../hypotheses/commands.ts';
import { incidentCommands } from '../incidents/commands.ts';
import { IncidentEvents } from '../incidents/events.ts';
import { integrationCommands } from '../integrations/commands.ts';
import { IntegrationEvents, type IntegrationEvent } from '../integrations/events.ts';
import { integrationsAggregate } from '../integrations/evolve.ts';
import { CounterEvents, counterAggregate, type CounterEvent } from '../kernel/counter.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { Aggregate } from '../kernel/decider.ts';
import type { DomainEvent, StreamId } from '../kernel/event.ts';
import type { EventSchemas } from '../kernel/event-schemas.ts';
import type { ImportId } from '../kernel/ids.ts';
import { userIdOf } from '../kernel/actor.ts';
import type { Resource, Visibility } from '../kernel/permissions.ts';
import { isDeclared } from '../incidents/state.ts';
import { peopleCommands } from '../people/commands.ts';
import { PeopleEvents, type PeopleEvent } from '../people/events.ts';
import { directoryAggregate } from '../people/evolve.ts';
import { mitigationCommands } from '../mitigations/commands.ts';
import { relationCommands } from '../relations/commands.ts';
import { roomCommands } from '../rooms/commands.ts';
import { PartEvents, roomAggregate, roomVisibility, type Room, type RoomEvent } from '../rooms/room.ts';
import { rosterCommands } from '../roster/commands.ts';
import { settingsCommands } from '../settings/commands.ts';
import { SettingsEvents, type SettingsEvent } from '../settings/events.ts';
import { settingsAggregate } from '../settings/evolve.ts';
import { situationCommands } from '../situation/commands.ts';
import { taskCommands } from '../tasks/commands.ts';
import { timelineCommands } from '../timeline/commands.ts';
import { TimelineEvents } from '../timeline/events.ts';
import { updateCommands } from '../updates/commands.ts';
import { entryOf, importedIn, type Timeline, type TimelineEntry } from '../timeline/state.ts';

export type SitrepEvent = RoomEvent | PeopleEvent | AlertEvent | IntegrationEvent | SettingsEvent | CounterEvent;

/** Data schema of every event there is. */
export const EVENTS: EventSchemas = {
  ...IncidentEvents,
  ...TimelineEvents,
  ...PartEvents,
  ...SettingsEvents,
  ...PeopleEvents,
  ...AlertEvents,
  ...IntegrationEvents,
  ...CounterEvents,
};

/** Schema number written with each event; raised together with an upcaster when a data schema changes. */
export const EVENT_SCHEMA = 1;

/** Aggregates by the first part of their stream's name. */
export const AGGREGATES = {
  incident: roomAggregate,
  people: directoryAggregate,
  alert: alertAggregate,
  integrations: integrationsAggregate,
  settings: settingsAggregate,
  counter: counterAggregate,
} as const;
export type AggregateName = keyof typeof AGGREGATES;
export const aggregateNameOf = (stream: StreamId): AggregateName =>
  stream.slice(0, stream.indexOf('/')) as AggregateName;
export type AnyAggregate = Aggregate<unknown, DomainEvent>;

/** Of the stream of an incident. */
const roomTable = {
  ...incidentCommands,
  ...rosterCommands,
  ...situationCommands,
  ...hypothesisCommands,
  ...mitigationCommands,
  ...taskCommands,
  ...checklistCommands,
  ...updateCommands,
  ...relationCommands,
  ...roomCommands,
  ...timelineCommands,
} as const;

const commandTable = {
  ...roomTable,
  ...settingsCommands,
  ...peopleCommands,
  ...alertCommands,
  ...integrationCommands,
} as const;

export type CommandType = keyof typeof commandTable;
export const COMMAND_TYPES = Object.keys(commandTable) as CommandType[];
export const isCommandType = (type: string): type is CommandType => Object.hasOwn(commandTable, type);

type SchemaOf<T extends CommandType> = (typeof commandTable)[T]['schema'];
/** A command after parsing, by type. */
export type CommandOf<T extends CommandType> = z.output<SchemaOf<T>>;
/** What a caller has to say: defaults may be left out. */
export type CommandInput<T extends CommandType> = z.input<SchemaOf<T>>;

export type AnyCommand = CommandDefinition<unknown, unknown, DomainEvent>;

/** The one registry: routes, OpenAPI, rights, palette and overlay derive from it. */
export const commandDefinition = (type: CommandType): AnyCommand => commandTable[type] as unknown as AnyCommand;

/** What a command's `decide` takes out of its aggregate's state. */
export const decidingState = (type: CommandType, state: unknown): unknown =>
  Object.hasOwn(incidentCommands, type) ? (state as Room).incident : state;

/** An import belongs to who made its entries. */
const entryMeant = (
  timeline: Timeline,
  { entryId, importId }: { entryId?: string; importId?: ImportId },
): TimelineEntry | undefined => {
  if (entryId !== undefined) return entryOf(timeline, entryId);
  return importId === undefined ? undefined : importedIn(timeline, importId)[0];
};

/** What rights depend on, for a command on this state. */
export const resourceOf = (type: CommandType, state: unknown, command: unknown): Resource => {
  if (Object.hasOwn(roomTable, type)) {
    const { incident, timeline } = state as Room;
    const entry = entryMeant(timeline, command as { entryId?: string; importId?: ImportId });
    return {
      holders: isDeclared(incident) ? incident.roles : {},
      owner: entry?.origin === 'written' ? userIdOf(entry.by) : undefined,
    };
  }
  if (type === 'people.change-profile') return { owner: (command as { userId: Resource['owner'] }).userId };
  return {};
};

const PUBLIC: Visibility = { private: false, members: [] };

export const visibilityOf = (aggregate: AggregateName, state: unknown): Visibility =>
  aggregate === 'incident' ? roomVisibility(state as Room) : PUBLIC;
