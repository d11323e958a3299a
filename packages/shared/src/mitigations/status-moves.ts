import type { Mitigation, MitigationStatus } from './state.ts';
import type { Outcome } from './values.ts';

type Deed = { readonly from: readonly MitigationStatus[]; readonly rule: string };

/** What can be done to a mitigation, and from where; docs/spec/mitigations.md has the same table. */
export const DEEDS = {
  amend: { from: ['proposed'], rule: 'only what waits for its decision can be amended' },
  object: { from: ['proposed', 'approved'], rule: 'objections are for what has not been started' },
  'withdraw-objection': { from: ['proposed', 'approved'], rule: 'its objections are history' },
  approve: { from: ['proposed'], rule: 'only what waits for its decision can be approved' },
  reject: { from: ['proposed'], rule: 'only what waits for its decision can be rejected' },
  withdraw: { from: ['proposed', 'approved'], rule: 'only what has not been started can be withdrawn' },
  start: { from: ['approved'], rule: 'only what is approved can be started' },
  finish: { from: ['executing'], rule: 'only what is being executed can be finished' },
  halt: { from: ['proposed', 'approved', 'executing', 'executed'], rule: 'there is nothing left to halt' },
} as const satisfies Record<string, Deed>;
export type DeedName = keyof typeof DEEDS;

/** Production moves on: what was effective may turn out not to be, and anything that was started can be rolled back. */
const OUTCOME_FROM: Readonly<Record<Outcome, readonly MitigationStatus[]>> = {
  effective: ['executed', 'ineffective'],
  ineffective: ['executed', 'effective'],
  'rolled-back': ['executing', 'executed', 'effective', 'ineffective', 'halted'],
};

export const mayDo = (deed: DeedName, { status }: Pick<Mitigation, 'status'>): boolean =>
  (DEEDS[deed].from as readonly MitigationStatus[]).includes(status);

export const mayTurnOut = (outcome: Outcome, { status, started, executed }: Mitigation): boolean =>
  OUTCOME_FROM[outcome].includes(status) && (status !== 'halted' || started !== undefined || executed !== undefined);

const NEVER_EXECUTED: readonly MitigationStatus[] = ['rejected', 'withdrawn', 'halted'];

/** Over before or while it was made: to try again, it is proposed anew. */
export const isCalledOff = ({ status }: Pick<Mitigation, 'status'>): boolean => NEVER_EXECUTED.includes(status);

const UNDER_WAY: readonly MitigationStatus[] = ['proposed', 'approved', 'executing', 'executed'];

/** Somebody has to do something about it still. */
export const isUnderWay = ({ status }: Pick<Mitigation, 'status'>): boolean => UNDER_WAY.includes(status);
