import { Router, type Request } from 'express';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { SOURCES, type AlertSource } from '@sitrep/shared/alerts/values';
import { bearerToken } from '../../http/authenticate.ts';
import { textBodyReader } from '../../http/take-body.ts';
import { isSource } from './adapters/sources.ts';
import { INGEST_BODY, type Ingest } from './ingest.ts';
import { senderOf, type SenderDeps } from './sender.ts';

export type IngestRoutesDeps = SenderDeps & { readonly ingest: Ingest };

/** `POST /ingest/<source>`: for tools, which hold a token and no session. */
export const ingestRoutes = (deps: IngestRoutesDeps): Router => {
  const readText = textBodyReader(INGEST_BODY);
  const router = Router();
  router.post('/ingest/:source', async (request, response) => {
    const source = sourceOf(request);
    const inUrl = request.query['token'];
    const integration = await senderOf(deps, source, {
      bearer: bearerToken(request),
      inUrl: typeof inUrl === 'string' ? inUrl : undefined,
    });
    const leave = deps.ingest.enter(expectedBytes(request));
    try {
      response.json(await deps.ingest.receive(integration, await readText(request, response)));
    } finally {
      leave();
    }
  });
  router.use('/ingest/:source', (request) => {
    throw new Refusal(
      'not-found',
      `Alerts are sent by POST to /api/v1/ingest/${sourceOf(request)}, with the token of an integration.`,
    );
  });
  return router;
};

const sourceOf = (request: Request): AlertSource => {
  const name = request.params['source'];
  if (typeof name === 'string' && isSource(name)) return name;
  throw new Refusal('not-found', `There is no such source. Known are: ${SOURCES.join(', ')}.`, { known: SOURCES });
};

const UNSAID_BYTES = 1024 * 1024;
const INFLATES_BY = 20;

/** How much memory a body will take, before it has come: most say their length, compressed ones only that of today. */
const expectedBytes = (request: Request): number => {
  const length = Number(request.headers['content-length'] ?? UNSAID_BYTES);
  const inflated = request.headers['content-encoding'] === undefined ? length : length * INFLATES_BY;
  return Number.isFinite(inflated) ? Math.min(inflated, INGEST_BODY.maxBytes) : INGEST_BODY.maxBytes;
};
