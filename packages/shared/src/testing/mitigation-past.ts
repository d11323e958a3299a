import type { MitigationId, ObjectionId } from '../kernel/ids.ts';
import type { Plan } from '../mitigations/events.ts';
import type { Outcome } from '../mitigations/values.ts';
import { CAI, REN, ROZ, testId, type Player } from './cast.ts';
import type { Past } from './history.ts';
import { DECLARED, held } from './incident-past.ts';

/** Cai commands, and Ren proposes, unless a test says otherwise. */
export const COMMANDED: readonly Past[] = [DECLARED, held('commander', CAI)];

export const M1: MitigationId = testId(0x81);
export const M2: MitigationId = testId(0x82);
export const M3: MitigationId = testId(0x83);
export const OBJECTION: ObjectionId = testId(0x91);

const NUMBERS: Readonly<Record<MitigationId, number>> = { [M1]: 1, [M2]: 2, [M3]: 3 };
export const TITLE = 'Restart the workers';

export const planOf = (plan: Partial<Plan> = {}): Plan => ({
  title: TITLE,
  expectedSignal: '',
  risk: 'medium',
  services: [],
  steps: '',
  rollback: '',
  ...plan,
});

export const about = (mitigationId: MitigationId = M1, title = TITLE) => ({
  mitigationId,
  number: NUMBERS[mitigationId] ?? 0,
  title,
});

export const proposed = (plan: Partial<Plan> = {}, mitigationId: MitigationId = M1, by: Player = REN): Past => ({
  type: 'mitigation.proposed',
  data: { mitigationId, number: NUMBERS[mitigationId] ?? 0, plan: planOf(plan) },
  by: by.actor.ref,
});

export const amended = (revision: number, plan: Partial<Plan> = {}, by: Player = REN): Past => ({
  type: 'mitigation.amended',
  data: { ...about(), revision, plan: planOf(plan), changed: ['rollback'] },
  by: by.actor.ref,
});

export const objected = (by: Player = ROZ, objectionId: ObjectionId = OBJECTION): Past => ({
  type: 'mitigation.objected',
  data: { ...about(), objectionId, reason: 'The queue is not drained' },
  by: by.actor.ref,
});

export const objectionWithdrawn = (by: Player = ROZ): Past => ({
  type: 'mitigation.objection-withdrawn',
  data: { ...about(), objectionId: OBJECTION },
  by: by.actor.ref,
});

export const approved = (mitigationId: MitigationId = M1): Past => ({
  type: 'mitigation.approved',
  data: { ...about(mitigationId), revision: 1, despite: [], collisions: [] },
  by: CAI.actor.ref,
});

export const started = (mitigationId: MitigationId = M1, executor: Player = REN): Past => ({
  type: 'mitigation.started',
  data: { ...about(mitigationId), executor: executor.id },
  by: executor.actor.ref,
});

export const finished = (mitigationId: MitigationId = M1): Past => ({
  type: 'mitigation.executed',
  data: about(mitigationId),
  by: REN.actor.ref,
});

export const turnedOut = (outcome: Outcome): Past => ({
  type: 'mitigation.verified',
  data: { ...about(), outcome, seen: 'errors are gone' },
  by: ROZ.actor.ref,
});

export const halted = (mitigationId: MitigationId = M1): Past => ({
  type: 'mitigation.halted',
  data: about(mitigationId),
  by: CAI.actor.ref,
});

export const rejected: Past = {
  type: 'mitigation.rejected',
  data: { ...about(), reason: 'too risky' },
  by: CAI.actor.ref,
};

export const withdrawn: Past = { type: 'mitigation.withdrawn', data: about(), by: REN.actor.ref };

/** M1 on its way to every status there is. */
export const AT = {
  proposed: [proposed()],
  approved: [proposed(), approved()],
  rejected: [proposed(), rejected],
  withdrawn: [proposed(), withdrawn],
  executing: [proposed(), approved(), started()],
  executed: [proposed(), approved(), started(), finished()],
  effective: [proposed(), approved(), started(), finished(), turnedOut('effective')],
  ineffective: [proposed(), approved(), started(), finished(), turnedOut('ineffective')],
  'rolled-back': [proposed(), approved(), started(), finished(), turnedOut('rolled-back')],
  'halted before': [proposed(), approved(), halted()],
  'halted midway': [proposed(), approved(), started(), halted()],
} as const satisfies Readonly<Record<string, readonly Past[]>>;
export type Stage = keyof typeof AT;
export const STAGES = Object.keys(AT) as Stage[];
