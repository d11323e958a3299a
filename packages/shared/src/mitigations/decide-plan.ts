import type { DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { HypothesisId, MitigationId, UserId } from '../kernel/ids.ts';
import { invalid, notInFuture } from '../kernel/refusals.ts';
import { stepBack } from '../kernel/changes.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { serviceKey } from './collisions.ts';
import {
  aboutOf,
  foundFor,
  isLeader,
  mustRespond,
  opened,
  saying,
  type About,
  type Deciding,
  type MitigationRoom,
} from './deciding.ts';
import type { MitigationEvent, Plan } from './events.ts';
import { MITIGATIONS_PER_INCIDENT, PLAN_FIELDS, type PlanField, type Risk } from './values.ts';

type Proposal = {
  title: string;
  hypothesisId?: HypothesisId | undefined;
  expectedSignal: string;
  risk: Risk;
  services: readonly string[];
  steps: string;
  rollback: string;
  owner?: UserId | undefined;
  timeBox?: number | undefined;
};

const NOTHING: readonly MitigationEvent[] = [];

export const propose: Deciding<About & Proposal> = (command, room, context) => {
  const number = nextNumber(room, command.mitigationId);
  const plan = planned(command);
  mustHold(plan, room, context);
  return [{ type: 'mitigation.proposed', data: { mitigationId: command.mitigationId, number, plan } }];
};

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

type Uncoordinated = {
  title: string;
  services: readonly string[];
  reason: string;
  doneAt: number;
  doneBy?: UserId | undefined;
  risk: Risk;
  rollback: string;
  expectedSignal: string;
};

export const recordUncoordinated: Deciding<About & Uncoordinated> = (command, room, { now, facts }) => {
  const { mitigationId, reason, doneAt, doneBy } = command;
  const number = nextNumber(room, mitigationId);
  notInFuture('doneAt', doneAt, now);
  if (doneBy !== undefined && facts.person(doneBy) === undefined) throw invalid('doneBy', 'There is no such person.');
  return [
    {
      type: 'mitigation.recorded-uncoordinated',
      data: {
        mitigationId,
        number,
        plan: planned({ ...command, steps: '' }),
        reason,
        doneAt,
        ...(doneBy === undefined ? {} : { doneBy }),
      },
    },
  ];
};

const nextNumber = (room: MitigationRoom, id: MitigationId): number => {
  opened(room);
  const { items } = room.mitigations;
  const taken = items.find((one) => one.id === id);
  if (taken !== undefined) {
    throw new Refusal('conflict', `This is in the ledger already: M${taken.number}.`, {
      current: { number: taken.number },
    });
  }
  if (items.length >= MITIGATIONS_PER_INCIDENT) {
    throw new Refusal('conflict', `An incident holds ${MITIGATIONS_PER_INCIDENT} mitigations at most.`);
  }
  return items.length + 1;
};

const planned = ({ hypothesisId, owner, timeBox, ...rest }: Proposal): Plan => ({
  title: rest.title,
  ...(hypothesisId === undefined ? {} : { hypothesisId }),
  expectedSignal: rest.expectedSignal,
  risk: rest.risk,
  services: namedOnce(rest.services),
  steps: rest.steps,
  rollback: rest.rollback,
  ...(owner === undefined ? {} : { owner }),
  ...(timeBox === undefined ? {} : { timeBox }),
});

const namedOnce = (services: readonly string[]): string[] =>
  services.filter((name, index) => services.findIndex((one) => serviceKey(one) === serviceKey(name)) === index);

/** What a plan points at has to be there; an amendment is asked only about what it changed. */
const mustHold = (
  { hypothesisId, owner }: Plan,
  room: MitigationRoom,
  context: DecisionContext,
  changed: readonly PlanField[] = PLAN_FIELDS,
): void => {
  if (hypothesisId !== undefined && changed.includes('hypothesisId')) {
    const known = room.hypotheses.items.some(({ id, status }) => id === hypothesisId && status !== 'withdrawn');
    if (!known) throw invalid('hypothesisId', 'There is no such hypothesis in this incident.');
  }
  if (owner !== undefined && changed.includes('owner')) mustRespond('owner', owner, room, context);
};
