import { Router, type Request } from 'express';
import * as z from 'zod/mini';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { invalid } from '@sitrep/shared/kernel/refusals';
import { COMMAND_TYPES, isCommandType, type CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandBus } from '../command-bus/command-bus.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import { askWho, requireActor } from './authenticate.ts';
import { withIncidentId } from './incident-by-key.ts';
import type { IncidentIdOf } from './incident-id-of.ts';
import { COMMAND_BODY, takeJsonBody } from './take-body.ts';

export type CommandRoutesDeps = {
  readonly bus: CommandBus;
  readonly ids: IdGenerator;
  readonly incidentIdOf: IncidentIdOf;
  /** Commands that have a route of their own, with a proof that this one cannot check. */
  readonly notHere: ReadonlySet<CommandType>;
};

const IdempotencyKey = z.string().check(z.regex(/^[\u0021-\u007e]{1,100}$/));

/** `POST /commands/<type>`: one route for every command there is. */
export const commandRoutes = ({ bus, ids, incidentIdOf, notHere }: CommandRoutesDeps): Router => {
  const router = Router();
  router.post('/commands/:type', askWho, takeJsonBody(COMMAND_BODY), async (request, response) => {
    const type = commandType(request, notHere);
    const input = await withIncidentId({ ids, incidentIdOf }, type, request.body);
    const actor = requireActor(request);
    const result = await bus.execute({
      type,
      input,
      actor,
      commandId: commandId(request, ids),
    });
    const token = result.token === undefined ? '' : `,"token":${JSON.stringify(result.token)}`;
    const events = result.events.map(({ json }) => json).join(',');
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(`{"events":[${events}],"position":${result.position},"outcome":"${result.outcome}"${token}}`);
  });
  return router;
};

const commandType = (request: Request, notHere: ReadonlySet<CommandType>): CommandType => {
  const type = request.params['type'];
  if (typeof type !== 'string' || !isCommandType(type) || notHere.has(type)) {
    throw new Refusal('not-found', 'There is no such command.', {
      known: COMMAND_TYPES.filter((known) => !notHere.has(known)),
    });
  }
  return type;
};

const commandId = (request: Request, ids: IdGenerator): string => {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return ids.id();
  const key = IdempotencyKey.safeParse(given);
  if (!key.success) throw invalid('Idempotency-Key', 'An idempotency key has 1 to 100 visible ASCII characters.');
  return key.data;
};
