import { alertRow, type AlertRow, type AlertSighting } from '@sitrep/shared/alerts/alert-row';
import { isActive, isKnown, type AlertState } from '@sitrep/shared/alerts/state';
import { boardRow, type BoardRow } from '@sitrep/shared/board/board-row';
import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { isDeclared } from '@sitrep/shared/incidents/state';
import type { AlertId, IncidentId, TeamId } from '@sitrep/shared/kernel/ids';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import type { Actor } from '@sitrep/shared/kernel/actor';
import type { StreamId } from '@sitrep/shared/kernel/event';
import { personRows, teamRows, type PersonRow, type TeamRow } from '@sitrep/shared/people/person-row';
import type { Directory } from '@sitrep/shared/people/state';
import { aggregateNameOf } from '@sitrep/shared/protocol/catalogue';
import {
  privateRowTopic,
  roomTopic,
  SETTINGS_ROW,
  type ListTopic as ListName,
  type SettingsRow,
} from '@sitrep/shared/protocol/topics';
import type { Room } from '@sitrep/shared/rooms/room';
import { initialSettings, type SettingsState } from '@sitrep/shared/settings/state';
import type { Settings } from '@sitrep/shared/settings/values';
import type { Clock } from '../ports/clock.ts';
import type { TopicsMemory, Versioned } from '../ports/snapshot-store.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import type { IncidentIndex } from '../projections/incident-index.ts';
import { openRooms, settingsNow } from '../projections/open-rooms.ts';
import type { OpenSet } from '../projections/open-set.ts';
import type { Applied } from '../projections/pipeline.ts';
import type { Broadcast } from './channel.ts';
import { ListChannel } from './list-channel.ts';
import { RoomChannel } from './room-channel.ts';

export type TopicsDeps = {
  readonly openSet: OpenSet;
  readonly index: IncidentIndex;
  readonly clock: Clock;
  readonly broadcast: Broadcast;
  /** How often an alert was received in its present occurrence. */
  sightingOf(alertId: AlertId): AlertSighting | undefined;
};

const RESOLVED_ALERTS_SHOWN = 100;

/** Every topic there is, kept in step with the open set. */
export class Topics {
  readonly #deps: TopicsDeps;
  readonly lists: {
    readonly board: ListChannel<BoardRow>;
    readonly alerts: ListChannel<AlertRow>;
    readonly people: ListChannel<PersonRow | TeamRow>;
    readonly settings: ListChannel<SettingsRow>;
  };
  readonly #privateRows = new Map<IncidentId, ListChannel<BoardRow>>();
  readonly #closing = new Set<IncidentId>();
  readonly #rooms = new Map<IncidentId, RoomChannel>();
  readonly #resolvedAlerts: AlertId[] = [];
  #live = false;

  constructor(deps: TopicsDeps, memory?: TopicsMemory) {
    this.#deps = deps;
    const { clock, broadcast } = deps;
    this.lists = {
      board: new ListChannel('board', clock, broadcast),
      alerts: new ListChannel('alerts', clock, broadcast),
      people: new ListChannel('people', clock, broadcast),
      settings: new ListChannel('settings', clock, broadcast),
    };
    // There before anybody changes them.
    this.#touchSettings(initialSettings, 0);
    if (memory === undefined) return;
    for (const name of LIST_NAMES) this.lists[name].list.restore(memory.lists[name]);
    for (const [id, list] of memory.privateRows) this.#privateRow(id).list.restore(list);
    this.#resolvedAlerts.push(...memory.resolvedAlerts);
  }

  memory(): TopicsMemory {
    const { board, alerts, people, settings } = this.lists;
    return {
      lists: {
        board: board.list.memory(),
        alerts: alerts.list.memory(),
        people: people.list.memory(),
        settings: settings.list.memory(),
      },
      privateRows: [...this.#privateRows].flatMap(([id, { list }]) => (list.size === 0 ? [] : [[id, list.memory()]])),
      resolvedAlerts: [...this.#resolvedAlerts],
    };
  }

  /** After the replay: what has gathered so far is in the snapshots. */
  goLive(): void {
    this.#live = true;
    for (const channel of this.#listChannels()) channel.goLive();
    this.#forgetClosed();
  }

  readonly apply = (batch: readonly Applied[]): void => {
    // A row is made once per batch, from the last state: a replay touches most rows many times.
    const touched = new Map<StreamId, Versioned>();
    const joined: StoredEvent[] = [];
    const moved: Applied[] = [];
    const teamsGone: StoredEvent[] = [];
    for (const applied of batch) {
      const { event, after } = applied;
      if (aggregateNameOf(event.stream) === 'incident') {
        this.#rooms.get(event.stream.slice('incident/'.length) as IncidentId)?.add(event);
      }
      if (!event.type.startsWith('timeline.')) {
        // In the order of last events, as if they had come one by one.
        touched.delete(event.stream);
        touched.set(event.stream, after);
      }
      if (event.type === 'incident.alerts-joined') joined.push(event);
      if (event.type === 'incident.closed' || event.type === 'incident.reopened') moved.push(applied);
      if (event.type === 'people.team-removed') teamsGone.push(event);
    }
    for (const { data, position } of teamsGone) {
      this.lists.people.set((data as { teamId: TeamId }).teamId, undefined, position);
    }
    for (const [stream, after] of touched) this.#touch(stream, after);
    for (const { data, position } of joined) {
      const { alerts, again } = data as JoinedData;
      this.#touchAlerts([...alerts.map(({ alertId }) => alertId), ...again], position);
    }
    for (const { event, after } of moved) {
      const { incident } = after.state as Room;
      if (isDeclared(incident)) this.#touchAlerts(incident.alerts.firing, event.position);
    }
    if (!this.#live) return;
    for (const channel of this.#listChannels()) channel.push();
    for (const room of this.#rooms.values()) room.push();
    this.#forgetClosed();
  };

  /** Alerts that were received again: their counters moved, without an event. */
  sighted(alertIds: Iterable<AlertId>): void {
    for (const id of alertIds) {
      const alert = this.#deps.openSet.get(`alert/${id}`)?.state as AlertState | undefined;
      if (alert !== undefined && isKnown(alert)) this.lists.alerts.touch(id, this.#alertRow(alert));
    }
    this.lists.alerts.push();
  }

  /** The private rows that belong to somebody's board. */
  privateRowsFor(actor: Actor): readonly IncidentId[] {
    return [...this.#privateRows.keys()].filter((id) => {
      const room = this.#deps.openSet.get(`incident/${id}`)?.state as Room | undefined;
      if (room === undefined || !isDeclared(room.incident) || room.incident.status === 'closed') return false;
      return visibleTo(actor, room.incident);
    });
  }

  privateRow(id: IncidentId): ListChannel<BoardRow> | undefined {
    return this.#privateRows.get(id);
  }

  /** The channel of a room, made when the first one listens; its incident is in memory, if need be by `hold`. */
  room(id: IncidentId): RoomChannel {
    const existing = this.#rooms.get(id);
    if (existing !== undefined) return existing;
    const stream = `incident/${id}` as const;
    // Whoever listens keeps the state in memory, closed or not: rights are checked against it when they change.
    this.#deps.openSet.pin(stream);
    const position = this.#deps.openSet.get(stream)?.position ?? 0;
    const channel = new RoomChannel(roomTopic(id), position, this.#deps.clock, this.#deps.broadcast);
    this.#rooms.set(id, channel);
    return channel;
  }

  /** Lets go of rooms that nobody listens to. */
  forgetRooms(isHeard: (topic: string) => boolean): void {
    for (const [id, room] of this.#rooms) {
      if (isHeard(room.topic)) continue;
      this.#rooms.delete(id);
      this.#deps.openSet.unpin(`incident/${id}`);
    }
  }

  #touch(stream: StreamId, { state, position }: Versioned): void {
    switch (aggregateNameOf(stream)) {
      case 'incident':
        this.#touchIncident(state as Room, position);
        return;
      case 'alert': {
        const alert = state as AlertState;
        if (isKnown(alert)) this.#touchAlert(alert, position);
        return;
      }
      case 'people':
        this.#touchPeople(state as Directory, position);
        return;
      case 'settings':
        this.#touchSettings(state as SettingsState, position);
        this.#touchOpenIncidents(position);
        return;
      case 'integrations':
      case 'counter':
    }
  }

  /** What is due follows from the settings. */
  #touchOpenIncidents(position: number): void {
    for (const [, room] of openRooms(this.#deps.openSet)) this.#touchIncident(room, position);
  }

  #touchIncident(room: Room, position: number): void {
    const { incident } = room;
    if (!isDeclared(incident)) return;
    const row = boardRow(room, this.#settings());
    const channel = incident.private ? this.#privateRow(incident.id) : this.lists.board;
    channel.set(incident.id, row, position);
    if (incident.private && row === undefined) this.#closing.add(incident.id);
  }

  #forgetClosed(): void {
    for (const id of this.#closing) {
      const channel = this.#privateRows.get(id);
      if (channel?.isSpent === true) this.#privateRows.delete(id);
      if (channel?.isSpent !== false || channel.list.size > 0) this.#closing.delete(id);
    }
  }

  /** Rows of alerts name the open incident that they joined. */
  #touchAlerts(alertIds: readonly AlertId[], position: number): void {
    for (const alertId of alertIds) {
      const alert = this.#deps.openSet.get(`alert/${alertId}`)?.state as AlertState | undefined;
      if (alert !== undefined && isKnown(alert)) this.lists.alerts.set(alertId, this.#alertRow(alert), position);
    }
  }

  #touchAlert(alert: Extract<AlertState, { id: AlertId }>, position: number): void {
    const { alerts } = this.lists;
    alerts.set(alert.id, this.#alertRow(alert), position);
    const shown = this.#resolvedAlerts.indexOf(alert.id);
    if (shown >= 0) this.#resolvedAlerts.splice(shown, 1);
    if (isActive(alert)) return;
    this.#resolvedAlerts.push(alert.id);
    if (this.#resolvedAlerts.length > RESOLVED_ALERTS_SHOWN) {
      const oldest = this.#resolvedAlerts.shift();
      if (oldest !== undefined) alerts.set(oldest, undefined, position);
    }
  }

  #settings(): Settings {
    return settingsNow(this.#deps.openSet).values;
  }

  #touchSettings(settings: SettingsState, position: number): void {
    this.lists.settings.set(SETTINGS_ROW, { id: SETTINGS_ROW, ...settings }, position);
  }

  #touchPeople(directory: Directory, position: number): void {
    const rows = new Map<string, PersonRow | TeamRow>();
    for (const row of [...personRows(directory), ...teamRows(directory)]) rows.set(row.id, row);
    for (const [id, row] of rows) this.lists.people.set(id, row, position);
  }

  #alertRow(alert: Extract<AlertState, { id: AlertId }>): AlertRow {
    const sighting = this.#deps.sightingOf(alert.id) ?? { received: 1, lastReceivedAt: alert.firedAt };
    const joined = this.#deps.index.incidentsOf(alert.id).find((id) => {
      const room = this.#deps.openSet.get(`incident/${id}`)?.state as Room | undefined;
      return room !== undefined && isDeclared(room.incident) && !room.incident.private;
    });
    return alertRow(alert, sighting, joined);
  }

  #privateRow(id: IncidentId): ListChannel<BoardRow> {
    const existing = this.#privateRows.get(id);
    if (existing !== undefined) return existing;
    const channel = new ListChannel<BoardRow>(privateRowTopic(id), this.#deps.clock, this.#deps.broadcast);
    this.#privateRows.set(id, channel);
    return channel;
  }

  *#listChannels(): Iterable<
    ListChannel<BoardRow> | ListChannel<AlertRow> | ListChannel<PersonRow | TeamRow> | ListChannel<SettingsRow>
  > {
    yield* [this.lists.board, this.lists.alerts, this.lists.people, this.lists.settings];
    yield* this.#privateRows.values();
  }
}

type JoinedData = Extract<IncidentEvent, { type: 'incident.alerts-joined' }>['data'];

const LIST_NAMES = ['board', 'alerts', 'people', 'settings'] as const satisfies readonly ListName[];
