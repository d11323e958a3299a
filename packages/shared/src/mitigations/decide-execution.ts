import type { Actor } from '../kernel/actor.ts';
import type { Facts } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';
import { handleOf, mustRespondIn } from '../kernel/people-facts.ts';
import { invalid } from '../kernel/refusals.ts';
import {
  aboutOf,
  found,
  foundFor,
  isLeader,
  opened,
  saying,
  wrongStatus,
  type About,
  type Deciding,
  type MitigationRoom,
} from './deciding.ts';
import type { Mitigation } from './state.ts';
import { mayTurnOut } from './status-moves.ts';
import type { Outcome } from './values.ts';

/** Approved is not started: whoever starts it says that production changes from now on. */
export const start: Deciding<About & { executor?: UserId | undefined }> = (command, room, context) => {
  const { actor, facts } = context;
  const mitigation = foundFor('start', room, command.mitigationId, facts);
  mustBeTheirs(mitigation, room, actor, facts);
  const executor = command.executor ?? mitigation.plan.owner ?? (actor.kind === 'user' ? actor.userId : undefined);
  if (executor === undefined) throw invalid('executor', 'Say who executes it.');
  mustRespondIn(opened(room), 'executor', executor, facts);
  return [{ type: 'mitigation.started', data: { ...aboutOf(mitigation), executor } }];
};

const mustBeTheirs = ({ number, plan }: Mitigation, room: MitigationRoom, actor: Actor, facts: Facts): void => {
  const { owner } = plan;
  const own = owner === undefined || (actor.kind === 'user' && owner === actor.userId);
  if (own || isLeader(room, actor)) return;
  throw new Refusal(
    'forbidden',
    `M${number} is started by ${handleOf(facts, owner)}, who owns it, or by the incident's commander or deputy.`,
  );
};

/** Any responder may say what has happened: a ledger that waits for one person is wrong meanwhile. */
export const finish: Deciding<About & { seen?: string | undefined }> = ({ mitigationId, seen }, room, { facts }) => {
  const mitigation = foundFor('finish', room, mitigationId, facts);
  return [{ type: 'mitigation.executed', data: { ...aboutOf(mitigation), ...saying('seen', seen) } }];
};

export const verify: Deciding<About & { outcome: Outcome; seen: string }> = (command, room, { facts }) => {
  const { mitigationId, outcome, seen } = command;
  const mitigation = found(room, mitigationId);
  if (!mayTurnOut(outcome, mitigation)) {
    const rule =
      outcome === 'rolled-back' ? 'only what was started can be rolled back' : 'only what was executed can be verified';
    throw wrongStatus(mitigation, rule, facts);
  }
  return [{ type: 'mitigation.verified', data: { ...aboutOf(mitigation), outcome, seen } }];
};
