import * as z from 'zod/mini';
import type { AlertRow } from '../alerts/alert-row.ts';
import type { BoardRow } from '../board/board-row.ts';
import { IncidentId } from '../kernel/ids.ts';
import type { PersonRow, TeamRow } from '../people/person-row.ts';
import type { SettingsState } from '../settings/state.ts';

/**
 * `board` and the like are one topic for everybody; `board/<incidentId>` carries the one row of a private incident to
 * those who may see it, and clients merge both. `incident/<id>` carries the events of a room.
 */
export const LIST_TOPICS = ['board', 'alerts', 'people', 'settings'] as const;
export type ListTopic = (typeof LIST_TOPICS)[number];
export type PrivateRowTopic = `board/${IncidentId}`;
export type RoomTopic = `incident/${IncidentId}`;
export type Topic = ListTopic | PrivateRowTopic | RoomTopic;

export type ParsedTopic =
  | { readonly kind: 'list'; readonly list: ListTopic }
  | { readonly kind: 'private-row'; readonly list: 'board'; readonly incidentId: IncidentId }
  | { readonly kind: 'room'; readonly incidentId: IncidentId };

export const roomTopic = (id: IncidentId): RoomTopic => `incident/${id}`;
export const privateRowTopic = (id: IncidentId): PrivateRowTopic => `board/${id}`;

/** Nothing for a name that is no topic. */
export const parseTopic = (topic: string): ParsedTopic | undefined => {
  const list = LIST_TOPICS.find((name) => name === topic);
  if (list !== undefined) return { kind: 'list', list };
  const [prefix, id, ...rest] = topic.split('/');
  const incidentId = IncidentId.safeParse(id);
  if (rest.length > 0 || !incidentId.success) return undefined;
  if (prefix === 'incident') return { kind: 'room', incidentId: incidentId.data };
  if (prefix === 'board') return { kind: 'private-row', list: 'board', incidentId: incidentId.data };
  return undefined;
};

export const Topic = z.string().check(
  z.maxLength(80),
  z.refine((topic) => parseTopic(topic) !== undefined, 'No such topic.'),
);

/** Settings are a list of one row, so that they are live as everything else is. */
export type SettingsRow = SettingsState & { readonly id: typeof SETTINGS_ROW };
export const SETTINGS_ROW = 'sitrep';

/** Rows of each list topic. Every row has an `id`. */
export type RowOf = {
  readonly board: BoardRow;
  readonly alerts: AlertRow;
  readonly people: PersonRow | TeamRow;
  readonly settings: SettingsRow;
};
export type AnyRow = RowOf[ListTopic];
