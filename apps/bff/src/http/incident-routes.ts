import { Router } from 'express';
import { userIdOf, type Actor } from '@sitrep/shared/kernel/actor';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import { boardRow, compareBoardRows, type BoardRow } from '@sitrep/shared/board/board-row';
import { isDeclared } from '@sitrep/shared/incidents/state';
import type { ChangesAnswer, HistoryPage } from '@sitrep/shared/protocol/http';
import { partsOf, roomVisibility, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import { whatChanged } from '@sitrep/shared/rooms/what-changed';
import type { EventLog } from '../ports/event-log.ts';
import type { ReadStore } from '../ports/read-store.ts';
import type { HistoryIndexer } from '../projections/history-indexer.ts';
import { openRooms, settingsNow } from '../projections/open-rooms.ts';
import type { OpenSet } from '../projections/open-set.ts';
import type { Pipeline } from '../projections/pipeline.ts';
import { PastBoards, type PastBoard } from '../projections/past-boards.ts';
import { positionAt, roomAt } from '../projections/time-travel.ts';
import { requireActor } from './authenticate.ts';
import { parseQuery, QUERY } from './query.ts';
import { sendJson } from './send-json.ts';
import { timelinePageJson } from './timeline-page.ts';
import { noSuchIncident, type VisibleRoom } from './visible-room.ts';

export type IncidentRoutesDeps = {
  readonly log: EventLog;
  readonly openSet: OpenSet;
  readonly pipeline: Pipeline;
  readonly history: ReadStore;
  readonly indexer: HistoryIndexer;
  readonly visibleRoom: VisibleRoom;
};

type RoomNow = { readonly room: Room; readonly position: number };

const DEFAULT_PAGE = 50;

export const incidentRoutes = (deps: IncidentRoutesDeps): Router => {
  const { log, openSet, pipeline, history, indexer, visibleRoom } = deps;
  const past = new PastBoards(log);

  /** The room now, or as it was, with today's rights. */
  const roomOf = async (actor: Actor, idOrKey: string, at: string | undefined): Promise<RoomNow> => {
    const now = await visibleRoom(actor, idOrKey);
    if (at === undefined) return now;
    const position = await positionAt(log, at);
    const room = await roomAt(log, `incident/${now.incident.id}`, position);
    if (!isDeclared(room.incident)) throw noSuchIncident();
    return { room, position };
  };

  const router = Router();

  router.get('/board', async (request, response) => {
    const actor = requireActor(request);
    const { at, atLeast } = parseQuery({ at: QUERY.at, atLeast: QUERY.atLeast }, request.query);
    await pipeline.appliedUpTo(Math.min(atLeast ?? 0, log.head()));
    const position = at === undefined ? openSet.position : await positionAt(log, at);
    const { rooms, settings } = at === undefined ? boardNow(openSet) : await past.openAt(position);
    if (at !== undefined) await indexer.upToDate();
    const items: BoardRow[] = [];
    for (const room of rooms) {
      const { incident } = room;
      const row = boardRow(room, settings);
      if (row !== undefined && isDeclared(incident) && mayReadToday(actor, incident.id, incident)) items.push(row);
    }
    response.json({ items: items.toSorted(compareBoardRows), position });
  });

  /** Who may see a thing of the past is decided by who may see it today. */
  const mayReadToday = (actor: Actor, id: IncidentId, then: Parameters<typeof visibleTo>[1]): boolean => {
    const now = openSet.get(`incident/${id}`)?.state as Room | undefined;
    if (now !== undefined) return visibleTo(actor, roomVisibility(now));
    const today = history.find(id)?.visibility;
    // Not indexed yet: only what never was private is certain.
    return today === undefined ? visibleTo(actor, { ...then, members: [] }) : visibleTo(actor, today);
  };

  router.get('/incidents', async (request, response) => {
    const actor = requireActor(request);
    const { limit, cursor, search, atLeast } = parseQuery(
      { limit: QUERY.limit, cursor: QUERY.cursor, search: QUERY.search, atLeast: QUERY.atLeast },
      request.query,
    );
    await indexer.upToDate();
    await indexer.indexedUpTo(Math.min(atLeast ?? 0, log.head()));
    const page = history.list({
      search: search ?? '',
      limit: limit ?? DEFAULT_PAGE,
      ...(cursor === undefined ? {} : { cursor }),
      isVisible: (visibility) => visibleTo(actor, visibility),
    });
    response.json({ ...page, position: history.position() } satisfies HistoryPage);
  });

  router.get('/incidents/:id', async (request, response) => {
    const { at } = parseQuery({ at: QUERY.at }, request.query);
    const { room, position } = await roomOf(requireActor(request), request.params.id, at);
    const { incident } = room;
    response.json({ incident, parts: partsOf(room), id: isDeclared(incident) ? incident.id : '', position });
  });

  router.get('/incidents/:id/timeline', async (request, response) => {
    const actor = requireActor(request);
    const { at, limit, before } = parseQuery(
      { at: QUERY.at, limit: QUERY.entries, before: QUERY.before },
      request.query,
    );
    const { room, position } = await roomOf(actor, request.params.id, at);
    const entries = room.timeline.entries.filter(({ version }) => before === undefined || version < before);
    await sendJson(request, response, timelinePageJson({ entries, limit: limit ?? DEFAULT_PAGE, position }));
  });

  router.get('/incidents/:id/changes', async (request, response) => {
    const actor = requireActor(request);
    const { since: seen = 0 } = parseQuery({ since: QUERY.since }, request.query);
    const { room, incident, version, position } = await visibleRoom(actor, request.params.id);
    // Whoever has seen more than there is saw it before the server was restored from a backup.
    const since = Math.min(seen, version);
    const events = await log.readStream(`incident/${incident.id}`, { afterVersion: since, upToPosition: position });
    // Who comes for the first time asks for all of it, what was done by themselves at another device too.
    const asker = userIdOf(actor.ref);
    const reader = seen === 0 ? undefined : asker;
    const happened = events as readonly unknown[] as readonly Recorded<RoomEvent>[];
    const changed = whatChanged(room, since, happened, reader, asker);
    response.json({ ...changed, position } satisfies ChangesAnswer);
  });

  return router;
};

const boardNow = (openSet: OpenSet): PastBoard => ({
  rooms: Array.from(openRooms(openSet), ([, room]) => room),
  settings: settingsNow(openSet).values,
});
