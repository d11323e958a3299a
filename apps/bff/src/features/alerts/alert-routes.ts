import { Router, type Request } from 'express';
import * as z from 'zod/mini';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { IntegrationId, type AlertId, type IncidentId } from '@sitrep/shared/kernel/ids';
import { parseInput } from '@sitrep/shared/kernel/parse';
import { can, type Action } from '@sitrep/shared/kernel/permissions';
import type { Actor } from '@sitrep/shared/kernel/actor';
import { SOURCES } from '@sitrep/shared/alerts/values';
import type { Integrations } from '@sitrep/shared/integrations/state';
import { requireActor } from '../../http/authenticate.ts';
import { parseQuery, QUERY } from '../../http/query.ts';
import { COMMAND_BODY, takeJsonBody } from '../../http/take-body.ts';
import { derivedId } from '../../ids/derived-id.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import { ADAPTERS } from './adapters/sources.ts';
import type { Ingest } from './ingest.ts';
import { sendTestAlert } from './test-alert.ts';
import type { UnreadableAlerts } from './unreadable-alerts.ts';

export type AlertRoutesDeps = {
  readonly ingest: Ingest;
  readonly integrations: () => Integrations;
  readonly unreadable: UnreadableAlerts;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** Of the newest event in the log. */
  readonly position: () => number;
  /** The incidents of an alert, once what it opens has been opened. */
  readonly incidentsOnceHandled: (alertId: AlertId) => Promise<readonly IncidentId[]>;
};

const TestAlertRequest = z.object({ integrationId: IntegrationId });
const UNREADABLE_PAGE = 50;

/** What people do with sources of alerts. */
export const alertRoutes = (deps: AlertRoutesDeps): Router => {
  const router = Router();

  router.get('/sources', (request, response) => {
    requireActor(request);
    const items = SOURCES.map((source) => ({ source, name: ADAPTERS[source].name, path: `/api/v1/ingest/${source}` }));
    response.json({ items });
  });

  router.post('/test-alerts', takeJsonBody(COMMAND_BODY), async (request, response) => {
    const actor = requireRight(request, 'alert.record');
    const { integrationId } = parseInput(TestAlertRequest, request.body);
    const integration = deps.integrations()[integrationId];
    if (integration === undefined) throw new Refusal('not-found', 'There is no such integration.');
    const key = request.headers['idempotency-key'];
    const id = typeof key === 'string' ? derivedId('test-alert', actor.ref, key) : deps.ids.id();
    response.json(await sendTestAlert(deps, integration, id));
  });

  router.get('/alerts/unreadable', async (request, response) => {
    requireRight(request, 'alert.acknowledge');
    const { limit, cursor } = parseQuery({ limit: QUERY.limit, cursor: QUERY.cursor }, request.query);
    response.json({ ...(await deps.unreadable.page(limit ?? UNREADABLE_PAGE, cursor)), position: deps.position() });
  });

  return router;
};

const requireRight = (request: Request, action: Action): Actor => {
  const actor = requireActor(request);
  const verdict = can(actor, action);
  if (!verdict.allowed) throw new Refusal('forbidden', `This is for ${verdict.who}.`);
  return actor;
};
