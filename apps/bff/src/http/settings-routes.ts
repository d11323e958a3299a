import { Router } from 'express';
import { settingsNow } from '../projections/open-rooms.ts';
import type { OpenSet } from '../projections/open-set.ts';
import { requireActor } from './authenticate.ts';

/** Settings of incident response: everybody who is signed in reads them. */
export const settingsRoutes = ({ openSet }: { readonly openSet: OpenSet }): Router => {
  const router = Router();
  router.get('/settings', (request, response) => {
    requireActor(request);
    response.json({ ...settingsNow(openSet), position: openSet.position });
  });
  return router;
};
