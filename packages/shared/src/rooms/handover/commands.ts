import { mustBeOpen } from '../../kernel/incident-standing.ts';
import * as z from 'zod/mini';
import { isDeclared } from '../../incidents/state.ts';
import { defineCommand, incidentStream } from '../../kernel/command.ts';
import type { Decide } from '../../kernel/decider.ts';
import { IncidentId } from '../../kernel/ids.ts';
import type { Settings, SettingsFacts } from '../../settings/values.ts';
import type { SituationEvent } from '../../situation/events.ts';
import type { Room } from '../room.ts';
import { handoverCard } from './handover-card.ts';

/** The card of a declared incident, written down; nothing where there is none. */
export const handoverEvents = (room: Room, settings: Settings): readonly SituationEvent[] => {
  const { incident } = room;
  if (!isDeclared(incident)) return [];
  return [{ type: 'situation.handover-recorded', data: { card: handoverCard({ ...room, incident }, settings) } }];
};

const recordHandover: Decide<{ incidentId: IncidentId }, Room, SituationEvent, SettingsFacts> = (
  _command,
  room,
  { facts },
) => {
  mustBeOpen(room.incident);
  return handoverEvents(room, facts.settings);
};

export const handoverCommands = {
  'handover.record': defineCommand<Room, SituationEvent, SettingsFacts>()({
    schema: z.object({ incidentId: IncidentId }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Write down the handover card: what a successor in command has to know.',
    streamOf: incidentStream,
    decide: recordHandover,
  }),
} as const;
