import type { MitigationId, UserId } from '@sitrep/shared/kernel/ids';
import type { Mitigation, MitigationStatus } from '@sitrep/shared/mitigations/state';
import { describe, expect, it } from 'vitest';
import { arranged, nextFor, furtherSteps, nextSteps, running, waiting, wants } from './ledger-view.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;

const made = (number: number, status: MitigationStatus, more: Partial<Mitigation> = {}): Mitigation => ({
  id: `m${number}` as MitigationId,
  number,
  plan: { title: 'restart', expectedSignal: '', risk: 'low', services: [], steps: '', rollback: '' },
  revision: 1,
  status,
  statusSince: number,
  statusBy: `user/${ANA}`,
  change: { by: `user/${ANA}`, at: 0, commandId: 'c', back: [] },
  proposedBy: `user/${ANA}`,
  proposedAt: 0,
  objections: [],
  ...more,
});
const owned = (owner: UserId) => ({ plan: { ...made(1, 'proposed').plan, owner } });
const by = (executor: UserId) => ({ started: { by: `user/${executor}` as const, at: 0, executor } });
const numbers = (items: readonly Mitigation[]): readonly number[] => items.map(({ number }) => number);

describe('the ledger in the work column', () => {
  it('[MIT-80] has what waits for a decision first, and what has ended apart', () => {
    const { current, ended } = arranged([
      made(1, 'approved'),
      made(2, 'effective'),
      made(3, 'executed'),
      made(4, 'proposed'),
      made(5, 'executing'),
      made(6, 'proposed'),
      made(7, 'halted'),
    ]);
    expect(numbers(current)).toEqual([4, 6, 5, 3, 1]);
    expect(numbers(ended)).toEqual([7, 2]);
  });

  it('[MIT-81] knows whose turn it is', () => {
    const leader = { id: ANA, leads: true };
    const bo = { id: BO, leads: false };
    expect(wants(made(1, 'proposed'), leader)).toBe(true);
    expect(wants(made(1, 'proposed'), bo)).toBe(false);
    expect(wants(made(1, 'approved', owned(BO)), bo)).toBe(true);
    expect(wants(made(1, 'approved', owned(BO)), leader)).toBe(false);
    expect(wants(made(1, 'approved'), { id: ANA, leads: false })).toBe(true);
    expect(wants(made(1, 'executing', by(BO)), bo)).toBe(true);
    expect(wants(made(1, 'executed', by(ANA)), bo)).toBe(false);
    expect(wants(made(1, 'effective', by(BO)), bo)).toBe(false);
  });

  it('[MIT-81] leads to the first that wants the reader, else to the first', () => {
    const items = [made(1, 'proposed'), made(2, 'executing', by(BO))];
    expect(nextFor(items, { id: BO, leads: false })?.number).toBe(2);
    expect(nextFor(items, { id: ANA, leads: true })?.number).toBe(1);
    expect(nextFor(items, { id: 'cy' as UserId, leads: false })?.number).toBe(1);
    expect(nextFor([], { id: ANA, leads: true })).toBeUndefined();
  });

  it('[MIT-81] goes on to the next, and round', () => {
    const items = [made(1, 'proposed'), made(2, 'proposed'), made(3, 'executing', by(BO))];
    const leader = { id: ANA, leads: true };
    expect(nextFor(items, leader, items[0]?.id)?.number).toBe(2);
    expect(nextFor(items, leader, items[1]?.id)?.number).toBe(1);
    expect(nextFor(items, leader, items[2]?.id)?.number).toBe(1);
  });

  it('[MIT-82] one key halts what is being executed', () => {
    expect(numbers(running([made(1, 'approved'), made(2, 'executing'), made(3, 'executed')]))).toEqual([2]);
    expect(waiting([made(1, 'approved'), made(2, 'proposed'), made(3, 'proposed')])).toBe(2);
  });
});

describe('what a card offers', () => {
  it('[MIT-10] is what its status allows', () => {
    expect(nextSteps(made(1, 'proposed'))).toEqual(['approve', 'reject', 'object']);
    expect(furtherSteps(made(1, 'proposed'))).toEqual(['amend', 'withdraw', 'halt']);
    expect(furtherSteps(made(1, 'approved'))).toEqual(['object', 'withdraw']);
    expect(furtherSteps(made(1, 'executing'))).toEqual(['rolled-back']);
    expect(nextSteps(made(1, 'executed'))).toEqual(['effective', 'ineffective']);
    expect(furtherSteps(made(1, 'executed'))).toEqual(['halt', 'rolled-back']);
    expect(furtherSteps(made(1, 'effective'))).toEqual(['ineffective', 'rolled-back', 'propose-again']);
  });

  it('[MIT-86] is to propose it again where it was called off', () => {
    expect(nextSteps(made(1, 'rejected'))).toEqual([]);
    expect(furtherSteps(made(1, 'rejected'))).toEqual(['propose-again']);
    expect(furtherSteps(made(1, 'halted', by(ANA)))).toEqual(['rolled-back', 'propose-again']);
  });
});
