import { Router } from 'express';
import type { Snapshots } from '../realtime/snapshots.ts';
import { requireActor } from './authenticate.ts';
import { chooseEncoding } from './send-json.ts';

/** `GET /topics/<topic>`: where a client begins. */
export const topicRoutes = (snapshots: Snapshots): Router => {
  const router = Router();
  router.get('/topics/*topic', async (request, response) => {
    const actor = requireActor(request);
    const parts: unknown = request.params['topic'];
    const topic = Array.isArray(parts) ? parts.join('/') : String(parts);
    const snapshot = await snapshots.of(actor, topic);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    const encoding = chooseEncoding(request, response, snapshot.json.length);
    response.end(encoding === undefined ? snapshot.json : snapshot.packed(encoding));
  });
  return router;
};
