import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { aboutOf, foundFor, isLeader, saying, type About, type Deciding } from './deciding.ts';
import type { MitigationEvent } from './events.ts';
import { mustHold, planned, type Proposal } from './plan-of.ts';
import { PLAN_FIELDS, type PlanField } from './values.ts';

const NOTHING: readonly MitigationEvent[] = [];

type Amendment = { [Field in PlanField]?: Proposal[Field] | null | undefined };

export const amend: Deciding<About & { base: number } & Amendment> = (command, room, context) => {
  const mitigation = foundFor('amend', room, command.mitigationId, context.facts);
  const { plan: before, revision } = mitigation;
  if (command.base !== revision) {
    throw new Refusal('conflict', `M${mitigation.number} was amended meanwhile. Look at it again.`, {
      current: { revision, plan: before },
    });
  }
  const plan = planned({ ...before, ...said(command) });
  const changed = PLAN_FIELDS.filter((field) => JSON.stringify(plan[field]) !== JSON.stringify(before[field]));
  if (changed.length === 0) return NOTHING;
  mustHold(plan, room, context, changed);
  return [
    {
      type: 'mitigation.amended',
      data: { ...aboutOf(mitigation), revision: revision + 1, plan, changed: [...changed] },
    },
  ];
};

/** `null` clears; what was not named stays. */
const said = (command: Amendment): Partial<Proposal> =>
  Object.fromEntries(
    PLAN_FIELDS.filter((field) => command[field] !== undefined).map((field) => [field, command[field] ?? undefined]),
  );

export const withdraw: Deciding<About & { reason?: string | undefined } & Undoing> = (command, room, context) => {
  const { actor, facts } = context;
  const mitigation = foundFor('withdraw', room, command.mitigationId, facts);
  stepBack(mitigation.change, { mitigationId: mitigation.id }, { undoOf: command.undoOf, actor, to: undefined });
  const { proposedBy, plan } = mitigation;
  const own = proposedBy === actor.ref || (actor.kind === 'user' && plan.owner === actor.userId);
  if (!own && !isLeader(room, actor)) {
    throw new Refusal(
      'forbidden',
      "This is for who proposed it, its owner, and the incident's commander or deputy. You may object.",
    );
  }
  return [
    {
      type: 'mitigation.withdrawn',
      data: { ...aboutOf(mitigation), ...saying('reason', command.reason), ...takingBack(command.undoOf) },
    },
  ];
};
