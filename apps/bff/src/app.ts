import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import express, { Router, type Express } from 'express';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import type { Core } from './core.ts';
import { createAlerts, type Alerts } from './features/alerts/create-alerts.ts';
import { createFiles, type IncidentFiles } from './features/files/create-files.ts';
import { administrationRoutes } from './http/administration-routes.ts';
import { adminTokenCheck, authenticate, sessionFrom } from './http/authenticate.ts';
import { bodyDeadline } from './http/body-deadline.ts';
import { commandRoutes } from './http/command-routes.ts';
import { sessionCookieOf } from './http/cookies.ts';
import { exportRoutes } from './http/export-routes.ts';
import { createIncidentIdOf, type IncidentIdOf } from './http/incident-id-of.ts';
import { incidentRoutes } from './http/incident-routes.ts';
import { operationsRoutes, type Readiness } from './http/operations-routes.ts';
import { problemHandler } from './http/problem.ts';
import { originCheck, requireSameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { settingsRoutes } from './http/settings-routes.ts';
import { signInLimit } from './http/sign-in-limit.ts';
import { topicRoutes } from './http/topic-routes.ts';
import { createVisibleRoom, type VisibleRoom } from './http/visible-room.ts';
import { closeServer, listen } from './http/server-life.ts';
import { webFiles } from './http/web-files.ts';
import type { BlobStore } from './ports/blob-store.ts';
import type { Logger } from './ports/logger.ts';
import type { ReadStore } from './ports/read-store.ts';
import type { SnapshotStore } from './ports/snapshot-store.ts';
import { HistoryIndexer } from './projections/history-indexer.ts';
import { SnapshotWriter } from './projections/snapshot-writer.ts';
import { createCommanderWatch } from './reactors/create-commander-watch.ts';
import type { Clocks } from './reactors/clocks.ts';
import { createClocks } from './reactors/create-clocks.ts';
import { Reactions } from './reactors/reactions.ts';
import { Gateway } from './realtime/gateway.ts';
import { SOCKETS_PER_PERSON } from './realtime/limits.ts';
import { Snapshots } from './realtime/snapshots.ts';
import { Subscriptions } from './realtime/subscriptions.ts';
import { Topics } from './realtime/topics.ts';

export type AppDeps = {
  readonly core: Core;
  readonly history: ReadStore;
  /** What people attach. */
  readonly blobs: BlobStore;
  readonly snapshotStore?: SnapshotStore | undefined;
  readonly logger: Logger;
  /** Address for links, without a slash at the end; `port` is the one listened on. */
  baseUrl(port: number): string;
  /** Reached over TLS. */
  readonly secure: boolean;
  readonly adminToken?: string | undefined;
  /** Exact number of proxies in front. */
  readonly proxyHops: number;
  readonly socketsPerPerson?: number | undefined;
  /** What the drill is called, where everything here is practice. */
  readonly drill?: string | undefined;
  /** The built web app; none where something else serves it. */
  readonly webFolder?: string | undefined;
  readonly firstAdministrator: { readonly name: string; readonly handle: string };
  /** What is in memory is the log's fold no longer: end the process. Without it the error is thrown uncaught. */
  readonly onFatal?: ((error: unknown) => void) | undefined;
};

export type App = {
  readonly server: Server;
  readonly topics: Topics;
  readonly gateway: Gateway;
  readonly indexer: HistoryIndexer;
  readonly alerts: Alerts;
  readonly files: IncidentFiles;
  readonly reactions: Reactions;
  readonly clocks: Clocks;
  /** Folds the log, then listens. Answers the port. */
  start(host: string, port: number): Promise<number>;
  /** Stops taking requests, finishes what is under way, lets go of everything but the storage. */
  stop(): Promise<void>;
  /** Something is wrong that people should know of; shown by `/readyz`. */
  degrade(reason: string): void;
};

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
// Ten mebibytes over the network of a hotel.
const UPLOAD_TIMEOUT_MS = 150_000;
// Longer than the pause between two posts of a monitoring tool that keeps its connection.
const KEEP_ALIVE_MS = 65_000;
const HISTORY_BEHIND = 'The index of closed incidents is behind.';

/** Puts the server together out of its parts. Nothing happens before `start`. */
export const createApp = (deps: AppDeps): App => {
  const { core, history, logger, secure } = deps;
  const cookie = sessionCookieOf({ secure, isDrill: deps.drill !== undefined });
  const { log, openSet, pipeline, index, people, sessions, clock } = core;
  if (deps.onFatal !== undefined) pipeline.onFault(deps.onFatal);
  const baseUrl = (): string => deps.baseUrl((server.address() as AddressInfo | null)?.port ?? 0);
  const server: Server = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: UPLOAD_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  const alerts = createAlerts({ core, logger, isAdminToken: adminTokenCheck(deps.adminToken) });
  const topics: Topics = new Topics(
    {
      openSet,
      index,
      clock,
      broadcast: (topic, frame) => gateway.broadcast(topic, frame),
      sightingOf: alerts.sightingOf,
    },
    core.snapshot?.topics,
  );
  const subscriptions = new Subscriptions({ topics, openSet, people, pipeline });
  const gateway = new Gateway(server, {
    topics,
    subscriptions,
    sessions,
    clock,
    head: () => log.head(),
    socketsPerPerson: deps.socketsPerPerson ?? SOCKETS_PER_PERSON,
    sessionOf: (headers) => sessionFrom(headers, { sessions, cookie }),
    isAllowedOrigin: originCheck(baseUrl),
  });
  const commanderWatch = createCommanderWatch(core, logger, gateway.connected);
  const indexer = new HistoryIndexer(log, history, clock, {
    onFault: (error) => {
      logger.error({ error }, 'history cannot be indexed; trying again');
      degrade(HISTORY_BEHIND);
    },
    onHealed: () => {
      logger.info({}, 'history is indexed again');
      if (readiness.reason === HISTORY_BEHIND) readiness = { ready: true };
    },
  });
  const snapshotWriter = new SnapshotWriter({ core, topics, store: deps.snapshotStore, logger });
  const reactions = new Reactions(core, logger);
  const clocks = createClocks(core, logger);

  let live = false;
  pipeline.onApplied((batch) => {
    // What people lost long ago, in the replay, is no news to anybody connected.
    if (live) gateway.apply(batch);
    topics.apply(batch);
  });
  alerts.onSighted((alertIds) => topics.sighted(alertIds));

  let readiness: Readiness = { ready: false, reason: 'Starting.' };
  const degrade = (reason: string): void => {
    readiness = { ready: false, reason };
  };

  const incidentIdOf = createIncidentIdOf({ index, history, indexer });
  const visibleRoom = createVisibleRoom({ log, openSet, incidentIdOf });
  const files = createFiles({ core, blobs: deps.blobs, visibleRoom, logger });

  const app = express();
  server.on('request', app);
  const rooms = { incidentIdOf, visibleRoom };
  routes(app, deps, { alerts, files, topics, indexer, gateway, ...rooms, readiness: () => readiness, baseUrl });

  return {
    server,
    topics,
    gateway,
    indexer,
    alerts,
    files,
    degrade,
    reactions,
    clocks,
    start: async (host, port) => {
      await Promise.all([pipeline.start(), sessions.load(), alerts.load(), indexer.load()]);
      await sessions.endAllBut((userId) => people.person(userId) !== undefined);
      topics.goLive();
      live = true;
      // From here on: what happened before is not news to these.
      pipeline.onApplied((batch) => indexer.wake(batch.at(-1)?.event.position ?? 0));
      pipeline.onApplied(() => snapshotWriter.applied());
      await listen(server, host, port);
      gateway.start();
      await alerts.start();
      // The people of a drill are played: they have no pages.
      if (deps.drill === undefined) commanderWatch.start();
      await reactions.start();
      clocks.start();
      files.sweep.start();
      indexer.wake(log.head());
      if (readiness.reason === 'Starting.') readiness = { ready: true };
      return (server.address() as AddressInfo).port;
    },
    stop: async () => {
      degrade('Stopping.');
      gateway.close();
      await closeServer(server);
      await commanderWatch.stop();
      await alerts.stop();
      await reactions.stop();
      await clocks.stop();
      await files.sweep.stop();
      await pipeline.stop();
      await indexer.stop();
      await snapshotWriter.finish();
    },
  };
};

type Parts = Pick<App, 'alerts' | 'files' | 'topics' | 'indexer' | 'gateway'> & {
  readonly incidentIdOf: IncidentIdOf;
  readonly visibleRoom: VisibleRoom;
  readonly readiness: () => Readiness;
  readonly baseUrl: () => string;
};

const routes = (app: Express, deps: AppDeps, parts: Parts): void => {
  const { core, history, logger, secure, adminToken } = deps;
  const { log, openSet, pipeline, people, sessions, bus, ids, clock } = core;
  const { alerts, files, topics, indexer, gateway, incidentIdOf, visibleRoom, baseUrl } = parts;
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();

  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.proxyHops);
  app.set('query parser', 'simple');
  app.use(securityHeaders(secure));
  app.use(bodyDeadline(REQUEST_TIMEOUT_MS));

  const cookie = sessionCookieOf({ secure, isDrill: deps.drill !== undefined });
  const identify = authenticate({ sessions, people, cookie, adminToken });
  // One router, so that the prefix is looked at once.
  const api = Router();
  app.use('/api/v1', api);
  // Tools authenticate by a token of their own, before anything asks for a session.
  api.use(alerts.ingestRoutes);
  api.use(identify);
  api.use(requireSameOrigin(baseUrl, cookie));
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Sitrep-Protocol', String(PROTOCOL));
    next();
  });
  api.use(commandRoutes({ bus, ids, incidentIdOf, notHere: OWN_ROUTE }));
  api.use(topicRoutes(new Snapshots({ topics, openSet, log })));
  api.use(incidentRoutes({ log, openSet, pipeline, history, indexer, visibleRoom }));
  api.use(exportRoutes({ visibleRoom, people, clock }));
  api.use(settingsRoutes({ openSet }));
  api.use(files.routes);
  api.use(
    sessionRoutes({
      bus,
      pipeline,
      people,
      sessions,
      ids,
      clock,
      cookie,
      drill: deps.drill,
      baseUrl,
      firstAdministrator: deps.firstAdministrator,
      limit: signInLimit(),
    }),
  );
  api.use(administrationRoutes({ people, notHere: OWN_ROUTE, lastReceivedAt: alerts.lastReceivedAt }));
  api.use(alerts.routes);
  app.use('/api', () => {
    throw new Refusal('not-found', 'There is nothing at this address. See /api/v1/openapi.json.');
  });
  app.use('/metrics', identify);
  app.use(
    operationsRoutes({
      readiness: parts.readiness,
      metrics: () => ({
        log_head_position: log.head(),
        applied_position: openSet.position,
        history_position: history.position(),
        connections: gateway.connections,
        resident_bytes: process.memoryUsage.rss(),
        event_loop_delay_p99_ms: loop.percentile(99) / 1e6,
      }),
    }),
  );
  if (deps.webFolder !== undefined) app.use(webFiles(deps.webFolder));
  app.use(problemHandler(logger));
};

/** Commands that take a proof of their own: a link that was followed. */
const OWN_ROUTE = new Set(['people.create-administrator', 'people.accept-invite'] as const);
