import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { CAI, REN, testId } from '../../testing/cast.ts';
import { at, clockIn, declaredWith, minute, namesIn, ranOutAt, roomOf, span } from '../../testing/clock-past.ts';
import type { Past } from '../../testing/history.ts';
import { suggested, tested } from '../../testing/hypotheses-past.ts';
import { held } from '../../testing/incident-past.ts';
import { AT, M1, M2, approved, finished, planOf, proposed, started, turnedOut } from '../../testing/mitigation-past.ts';
import { acknowledged, assigned, done, TASK } from '../../testing/task-past.ts';
import { clocksOf } from './clocks-of.ts';

const SEV1 = declaredWith(1);
const entryId = testId(0x51);

const written = (kind: 'note' | 'finding', happenedAt?: number): Past => ({
  type: 'timeline.entry-added',
  data: { entryId, kind, text: 'pool exhausted', ...(happenedAt === undefined ? {} : { happenedAt }) },
});
const edited = (kind: 'note' | 'finding'): Past => ({
  type: 'timeline.entry-edited',
  data: { entryId, revision: 2, kind, text: 'pool exhausted' },
});
const attention = (expected: boolean): Past => ({
  type: 'situation.attention-set',
  data: { expected, before: { expected: !expected } },
});
const CRITICAL = { ...DEFAULT_SETTINGS, services: { critical: ['payments', 'ledger'], internalNames: [] } };

/** M1 executed at minute 10. */
const EXECUTED = [SEV1, ...AT.executing.map((past) => at(5, past)), at(10, finished())];

describe('no progress', () => {
  it('[CLK-20] is due 30 minutes after declaring', () => {
    expect(span([SEV1], 'no-progress')).toEqual([0, 30]);
  });

  it.each([
    ['a hypothesis that is tested', [at(10, suggested()), at(12, tested())]],
    ['a mitigation that changes state', [at(12, proposed())]],
    ['a finding', [at(12, written('finding'))]],
    ['a note that turns out to be a finding', [at(5, written('note')), at(12, edited('finding'))]],
    ['a finding that came earlier than it was written down', [at(20, written('finding', minute(12)))]],
  ])('[CLK-20] starts anew with %s', (_what, past) => {
    expect(span([SEV1, ...past], 'no-progress')).toEqual([12, 42]);
  });

  it('[CLK-20] minds no notes, no findings of long ago, and no status', () => {
    const moved: Past = { type: 'incident.status-changed', data: { from: 'detected', to: 'investigating' } };
    const past = [at(5, written('note')), at(6, edited('note')), at(7, written('finding', minute(-60))), at(8, moved)];
    expect(span([SEV1, ...past], 'no-progress')).toEqual([0, 30]);
  });

  it('[CLK-20] that was made later may run out again', () => {
    const past = [SEV1, ranOutAt(30, clockIn([SEV1], 'no-progress')), at(40, written('finding'))];
    expect(clockIn(past, 'no-progress')).toMatchObject({ dueAt: minute(70) });
    expect(clockIn(past, 'no-progress')?.ranOut).toBeUndefined();
  });
});

describe('without effect', () => {
  it('[CLK-21] is due 15 minutes after it was executed', () => {
    expect(span(EXECUTED, 'without-effect')).toEqual([10, 25]);
    expect(clockIn(EXECUTED, 'without-effect')).toMatchObject({ subject: M1, label: 'M1: Restart the workers' });
    expect(clockIn(EXECUTED.slice(0, -1), 'without-effect')).toBeUndefined();
  });

  it.each(['effective', 'rolled-back'] as const)('[CLK-21] stops when it is %s', (outcome) => {
    expect(clockIn([...EXECUTED, at(12, turnedOut(outcome))], 'without-effect')).toBeUndefined();
  });

  it('[CLK-21] stops when one that was executed later is effective', () => {
    const second = [proposed({}, M2), approved(M2), started(M2), finished(M2)].map((past) => at(11, past));
    const effective: Past = {
      type: 'mitigation.verified',
      data: { mitigationId: M2, number: 2, title: 'Restart the workers', outcome: 'effective', seen: 'calm' },
    };
    expect(namesIn([...EXECUTED, ...second]).filter((name) => name === 'without-effect')).toHaveLength(2);
    expect(clockIn([...EXECUTED, ...second, at(12, effective)], 'without-effect')).toBeUndefined();
  });

  it('[CLK-21] goes on when it is ineffective, and ends when it ran out', () => {
    const ineffective = [...EXECUTED, at(12, turnedOut('ineffective'))];
    const clock = clockIn(ineffective, 'without-effect');
    expect(clock?.dueAt).toBe(minute(25));
    expect(clockIn([...ineffective, ranOutAt(25, clock)], 'without-effect')).toBeUndefined();
  });

  it('[CLK-21] counts from when it was recorded, for what was done without approval', () => {
    const plan = planOf();
    const recorded: Past = {
      type: 'mitigation.recorded-uncoordinated',
      data: { mitigationId: M1, number: 1, plan, reason: 'in a hurry', doneAt: minute(2) },
    };
    expect(span([SEV1, at(30, recorded)], 'without-effect')).toEqual([30, 45]);
  });
});

describe('what lasts, and whom it concerns', () => {
  it('[CLK-22] is a long one after an hour', () => {
    expect(span([SEV1], 'long-running')).toEqual([0, 60]);
  });

  it('[CLK-23] is due at once for each critical service', () => {
    const past = [declaredWith(1, { services: ['payments', 'blog'] })];
    expect(span(past, 'critical-service', CRITICAL)).toEqual([0, 0]);
    expect(clockIn(past, 'critical-service')).toBeUndefined();
    expect(clockIn([declaredWith(1, { services: ['Payments'] })], 'critical-service', CRITICAL)?.subject).toBe(
      'Payments',
    );
    const added = [...past, at(9, { type: 'incident.service-added', data: { service: 'ledger' } })];
    const services = clocksOf(roomOf(added), CRITICAL).filter(({ clock }) => clock === 'critical-service');
    expect(services.map(({ subject, startedAt }) => [subject, startedAt])).toEqual([
      ['payments', minute(0)],
      ['ledger', minute(9)],
    ]);
    const removed = [...added, at(10, { type: 'incident.service-removed', data: { service: 'ledger' } })];
    expect(namesIn(removed, CRITICAL).filter((name) => name === 'critical-service')).toHaveLength(1);
    const again = [...removed, at(20, { type: 'incident.service-added', data: { service: 'ledger' } })];
    expect(clocksOf(roomOf(again), CRITICAL).find(({ subject }) => subject === 'ledger')?.startedAt).toBe(minute(20));
  });

  it('[CLK-24] is due at once where the public looks on', () => {
    expect(span([SEV1, at(9, attention(true))], 'public-attention')).toEqual([9, 9]);
    expect(clockIn([SEV1, at(9, attention(true)), at(12, attention(false))], 'public-attention')).toBeUndefined();
  });

  it('[CLK-25] leaves alone what may wait for the next working day', () => {
    const past = [declaredWith(4, { services: ['payments'] }), at(1, attention(true))];
    expect(namesIn(past, CRITICAL).toSorted()).toEqual(['acknowledge', 'critical-service', 'public-attention']);
  });
});

describe('times that people set', () => {
  const task = at(5, assigned({ dueAt: minute(15) }));

  it('[CLK-30] a task has a clock until it ends', () => {
    expect(span([SEV1, task, at(6, acknowledged())], 'task')).toEqual([5, 15]);
    expect(clockIn([SEV1, task], 'task')).toMatchObject({ subject: TASK, label: 'T1: Check the replicas' });
    expect(clockIn([SEV1, task, at(7, done())], 'task')).toBeUndefined();
    expect(clockIn([SEV1, at(5, assigned())], 'task')).toBeUndefined();
  });

  it('[CLK-30] so has a test', () => {
    const past = [SEV1, at(5, suggested()), at(6, tested(REN, { until: minute(16) }))];
    expect(span(past, 'hypothesis-test')).toEqual([6, 16]);
    expect(clockIn([SEV1, at(5, suggested()), at(6, tested())], 'hypothesis-test')).toBeUndefined();
  });

  it('[CLK-30] so has a mitigation while it is executed', () => {
    const past = [SEV1, proposed({ timeBox: 600_000 }), approved(), started()].map((event) => at(5, event));
    expect(span(past, 'mitigation')).toEqual([5, 15]);
    expect(clockIn([...past, at(9, finished())], 'mitigation')).toBeUndefined();
  });

  it('[CLK-31] a task that is given more time runs again', () => {
    const late = [SEV1, task, ranOutAt(15, clockIn([SEV1, task], 'task'))];
    expect(clockIn(late, 'task')?.ranOut).toBeDefined();
    const extended: Past = {
      type: 'task.extended',
      data: { taskId: TASK, number: 1, text: 'check', from: minute(15), dueAt: minute(30) },
    };
    expect(clockIn([...late, at(16, extended)], 'task')).toMatchObject({ dueAt: minute(30) });
    expect(clockIn([...late, at(16, extended)], 'task')?.ranOut).toBeUndefined();
  });

  it('[CLK-32] command is long after four hours of the same person', () => {
    const led = [SEV1, at(3, held('commander', CAI))];
    expect(span(led, 'long-command')).toEqual([3, 243]);
    expect(clockIn(led, 'long-command')).toMatchObject({ escalates: false, will: 'offer-handover' });
    const handed: Past = { type: 'incident.role-changed', data: { role: 'commander', from: CAI.id, move: 'released' } };
    expect(clockIn([...led, at(9, handed)], 'long-command')).toBeUndefined();
  });
});
