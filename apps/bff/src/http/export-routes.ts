import { Router } from 'express';
import { jsonOf } from '@sitrep/shared/rooms/export/json';
import { markdownOf } from '@sitrep/shared/rooms/export/markdown';
import type { DirectoryView } from '../identity/directory-view.ts';
import type { Clock } from '../ports/clock.ts';
import { requireActor } from './authenticate.ts';
import { parseQuery, QUERY } from './query.ts';
import { sendText } from './send-json.ts';
import type { VisibleRoom } from './visible-room.ts';

export type ExportRoutesDeps = {
  readonly visibleRoom: VisibleRoom;
  readonly people: DirectoryView;
  readonly clock: Clock;
};

const FORMATS = {
  markdown: { suffix: 'md', type: 'text/markdown; charset=utf-8', textOf: markdownOf },
  json: {
    suffix: 'json',
    type: 'application/json; charset=utf-8',
    textOf: (exported: Parameters<typeof jsonOf>[0]) => `${JSON.stringify(jsonOf(exported), undefined, 2)}\n`,
  },
} as const;

/** The whole room as a file, for whoever may read it. */
export const exportRoutes = ({ visibleRoom, people, clock }: ExportRoutesDeps): Router => {
  const router = Router();
  router.get('/incidents/:id/export', async (request, response) => {
    const actor = requireActor(request);
    const { format = 'markdown' } = parseQuery({ format: QUERY.format }, request.query);
    const { room, incident } = await visibleRoom(actor, request.params.id);
    const { suffix, type, textOf } = FORMATS[format];
    response.setHeader('Content-Disposition', `attachment; filename="${incident.key}.${suffix}"`);
    await sendText(request, response, type, textOf({ room, names: people.directory.people, now: clock.now() }));
  });
  return router;
};
