import * as fc from 'fast-check';
import { INCIDENT_ROLES } from '../incidents/values.ts';
import { userActor } from '../kernel/actor.ts';
import { can } from '../kernel/permissions.ts';
import { COMMAND_TYPES, commandDefinition, type CommandType } from '../protocol/catalogue.ts';
import type { Room } from '../rooms/room.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { REN } from './cast.ts';
import { SAMPLE_COMMANDS } from './sample-commands.ts';

/** What somebody in a room may speak of. */
export type Surroundings = {
  readonly room: Room;
  readonly incidentId: string;
  readonly otherId: string;
  readonly people: readonly string[];
  /** UTC ms. */
  readonly now: number;
  /** For what is new. */
  makeId(): string;
};

export type PlausibleCommand = { readonly type: CommandType; readonly input: Readonly<Record<string, unknown>> };

const COMMANDER = userActor(REN.id, 'administrator');
const isForPeople = (type: CommandType): boolean =>
  can(COMMANDER, commandDefinition(type).action, { holders: { commander: REN.id } }).allowed;

/** Every command that people give in a room, but what would end it for all others. */
export const ROOM_COMMANDS: readonly CommandType[] = COMMAND_TYPES.filter(
  (type) => 'incidentId' in SAMPLE_COMMANDS[type] && type !== 'incident.declare' && type !== 'incident.close',
).filter(isForPeople);

/** The same, and what makes something new more often, so that the others have something to be about. */
export const LIKELY_COMMANDS: readonly CommandType[] = ROOM_COMMANDS.flatMap((type) =>
  commandDefinition(type).newIds === undefined ? [type] : [type, type, type],
);

const pick = (random: () => number, items: readonly string[]): string =>
  items[Math.floor(random() * items.length)] ?? '';

const MINUTE = 60_000;
const PERSON_FIELDS = ['userId', 'tester', 'assignee', 'owner', 'executor', 'doneBy'];
const TIMES_TO_COME = ['until', 'dueAt', 'nextAt', 'meetsAt', 'leavesAt'];

/**
 * A command of this type as somebody in the room might give it: any values that its schema takes, about things that
 * are there. Many are refused all the same, which is part of it.
 */
export const plausibleCommand = (
  random: () => number,
  type: CommandType,
  surroundings: Surroundings,
): PlausibleCommand => {
  const definition = commandDefinition(type);
  const seed = Math.floor(random() * 2 ** 31);
  const [drawn] = fc.sample(arbitraryOf(definition.schema), { numRuns: 1, seed }) as Record<string, unknown>[];
  const made = Object.fromEntries((definition.newIds ?? []).map((field) => [field, surroundings.makeId()]));
  const input = { ...(meant(random, drawn ?? {}, surroundings) as object), ...made };
  return { type, input: { ...input, ...revisionsOf(input, surroundings.room) } };
};

const meant = (random: () => number, value: unknown, around: Surroundings, field = ''): unknown => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value.map((item) => meant(random, item, around, field));
    // What is imported is new.
    return field === 'entries' ? items.map((item) => ({ ...(item as object), entryId: around.makeId() })) : items;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        // What was there before is seldom guessed; where it is a number, it is a revision.
        .filter(([name, inner]) => name !== 'undoOf' && (name !== 'base' || typeof inner === 'number'))
        .map(([name, inner]) => [name, meant(random, inner, around, name)]),
    );
  }
  if (typeof value === 'number' && TIMES_TO_COME.includes(field)) return around.now + 10 * MINUTE;
  if (typeof value === 'number' && /At$|^at$|^since$/.test(field)) return around.now - MINUTE;
  if (typeof value !== 'string') return value;
  const known = field === 'role' ? INCIDENT_ROLES : idsOf(field, around);
  if (known.length > 0) return pick(random, known);
  if (field === 'url') return `https://example.org/${encodeURIComponent(value)}`;
  return value.trim() === '' ? 'something' : value;
};

const idsOf = (field: string, { room, incidentId, otherId, people }: Surroundings): readonly string[] => {
  if (PERSON_FIELDS.includes(field)) return people;
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  const { hypotheses, mitigations, tasks, updates, roster, situation, checklists, timeline } = room;
  const known: Readonly<Record<string, () => readonly string[]>> = {
    incidentId: () => [incidentId],
    otherId: () => [otherId],
    entryId: () => ids(timeline.entries),
    hypothesisId: () => ids(hypotheses.items),
    mitigationId: () => ids(mitigations.items),
    objectionId: () => mitigations.items.flatMap(({ objections }) => ids(objections)),
    taskId: () => ids(tasks.items),
    followUpId: () => ids(tasks.followUps),
    needId: () => ids(roster.needs),
    criterionId: () => ids(situation.criteria),
    linkId: () => ids(situation.links),
    updateId: () => ids(updates.items),
    checklistId: () => ids(checklists.items),
    stepId: () => checklists.items.flatMap(({ steps }) => ids(steps)),
  };
  return known[field]?.() ?? [];
};

/** The revision that whoever speaks of a thing has before their eyes. */
const revisionsOf = (input: Readonly<Record<string, unknown>>, room: Room): object => {
  const { entryId, updateId, mitigationId } = input;
  const entry = room.timeline.entries.find(({ id }) => id === entryId);
  const found =
    room.updates.items.find(({ id }) => id === updateId) ??
    room.mitigations.items.find(({ id }) => id === mitigationId) ??
    (entry?.origin === 'written' ? entry : undefined);
  const fields = ['revision', 'baseRevision', 'base'].filter((field) => field in input);
  return found === undefined ? {} : Object.fromEntries(fields.map((field) => [field, found.revision]));
};
