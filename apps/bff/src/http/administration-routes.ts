import { Router, type Request } from 'express';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { can, type Action } from '@sitrep/shared/kernel/permissions';
import { integrationRows } from '@sitrep/shared/integrations/state';
import type { IntegrationId } from '@sitrep/shared/kernel/ids';
import { inviteRows } from '@sitrep/shared/people/person-row';
import type { DirectoryView } from '../identity/directory-view.ts';
import { openApiDocument } from '@sitrep/shared/protocol/openapi';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { requireActor } from './authenticate.ts';

export type AdministrationRoutesDeps = {
  readonly people: DirectoryView;
  /** Commands that have a route of their own. */
  readonly notHere: ReadonlySet<CommandType>;
  /** UTC ms; nothing for a source that has sent nothing yet. */
  readonly lastReceivedAt: (id: IntegrationId) => number | undefined;
};

const requireRight = (request: Request, action: Action): void => {
  const verdict = can(requireActor(request), action);
  if (!verdict.allowed) throw new Refusal('forbidden', `This is for ${verdict.who}.`);
};

export const administrationRoutes = ({ people, notHere, lastReceivedAt }: AdministrationRoutesDeps): Router => {
  const router = Router();
  const openApi = JSON.stringify(openApiDocument(notHere));
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(openApi);
  });
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
