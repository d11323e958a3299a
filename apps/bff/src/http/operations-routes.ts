import { Router } from 'express';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { requireActor } from './authenticate.ts';

export type Readiness = { readonly ready: boolean; readonly reason?: string };

export type OperationsDeps = {
  readonly readiness: () => Readiness;
  /** Name → value; names say their unit. */
  readonly metrics: () => Readonly<Record<string, number>>;
};

/** For whoever watches the watcher. */
export const operationsRoutes = ({ readiness, metrics }: OperationsDeps): Router => {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', (_request, response) => {
    const state = readiness();
    response.status(state.ready ? 200 : 503).json(state);
  });
  router.get('/metrics', (request, response) => {
    const actor = requireActor(request);
    if (actor.kind === 'user' && actor.role !== 'administrator') {
      throw new Refusal('forbidden', 'This is for administrators.');
    }
    const lines = Object.entries(metrics()).map(([name, value]) => `sitrep_${name} ${value}`);
    response.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  });
  return router;
};
