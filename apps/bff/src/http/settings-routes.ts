import { Router } from 'express';
import { SETTINGS_STREAM } from '@sitrep/shared/settings/commands';
import { initialSettings, type SettingsState } from '@sitrep/shared/settings/state';
import type { OpenSet } from '../projections/open-set.ts';
import { requireActor } from './authenticate.ts';

/** Settings of incident response: everybody who is signed in reads them. */
export const settingsRoutes = ({ openSet }: { readonly openSet: OpenSet }): Router => {
  const router = Router();
  router.get('/settings', (request, response) => {
    requireActor(request);
    const held = openSet.get(SETTINGS_STREAM);
    response.json({ ...((held?.state as SettingsState | undefined) ?? initialSettings), position: openSet.position });
  });
  return router;
};
