import { Refusal } from '../kernel/errors.ts';
import type { MitigationId, UserId } from '../kernel/ids.ts';
import { invalid, notInFuture } from '../kernel/refusals.ts';
import { opened, type About, type Deciding, type MitigationRoom } from './deciding.ts';
import { mustHold, planned, type Proposal } from './plan-of.ts';
import { MITIGATIONS_PER_INCIDENT, type Risk } from './values.ts';

export const propose: Deciding<About & Proposal> = (command, room, context) => {
  const number = nextNumber(room, command.mitigationId);
  const plan = planned(command);
  mustHold(plan, room, context);
  return [{ type: 'mitigation.proposed', data: { mitigationId: command.mitigationId, number, plan } }];
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
