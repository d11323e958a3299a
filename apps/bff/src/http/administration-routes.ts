import { Router, type Request } from 'express';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { can, type Action } from '@sitrep/shared/kernel/permissions';
import { integrationRows } from '@sitrep/shared/integrations/state';
import type { IntegrationId } from '@sitrep/shared/kernel/ids';
import { inviteRows } from '@sitrep/shared/people/person-row';
import type { DirectoryView } from '../identity/directory-view.ts';
import { requireActor } from './authenticate.ts';

export type AdministrationRoutesDeps = {
  readonly people: DirectoryView;
  /** UTC ms; nothing for a source that has sent nothing yet. */
  lastReceivedAt(id: IntegrationId): number | undefined;
};

const requireRight = (request: Request, action: Action): void => {
  const verdict = can(requireActor(request), action);
  if (!verdict.allowed) throw new Refusal('forbidden', `This is for ${verdict.who}.`);
};

export const administrationRoutes = ({ people, lastReceivedAt }: AdministrationRoutesDeps): Router => {
  const router = Router();
  router.get('/integrations', (request, response) => {
    requireRight(request, 'integration.manage');
    const items = integrationRows(people.integrations).map((row) => ({
      ...row,
      lastReceivedAt: lastReceivedAt(row.id),
    }));
    response.json({ items });
  });
  router.get('/invites', (request, response) => {
    requireRight(request, 'people.manage');
    response.json({ items: inviteRows(people.directory) });
  });
  return router;
};
