import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Task } from '@sitrep/shared/tasks/state';
import { expect, it } from 'vitest';
import { arrangeTasks, askedOf, givenSince, isLongUnacknowledged, isOverdue } from './arrange.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;
const MINUTE = 60_000;

const task = (number: number, more: Partial<Task> = {}): Task =>
  ({ number, assignee: BO, status: 'open', assignedAt: 0, ...more }) as Task;

const numbers = (tasks: readonly Task[]) => tasks.map(({ number }) => number);

const tasks = [
  task(1),
  task(2, { dueAt: 9 }),
  task(3, { assignee: ANA, dueAt: 10 }),
  task(4, { status: 'done' }),
  task(5, { assignee: ANA, acknowledgedAt: 1, dueAt: 3 }),
  task(6, { status: 'cancelled' }),
  task(7, { dueAt: 3 }),
];

it('[TASK-50][TASK-54] own ones first, then by when they are due; ended ones apart', () => {
  const { open, ended } = arrangeTasks(tasks, { me: ANA, leads: false });
  expect(numbers(open)).toEqual([5, 3, 7, 2, 1]);
  expect(numbers(ended)).toEqual([6, 4]);
});

it('[TASK-50] for who leads all by when they are due', () => {
  expect(numbers(arrangeTasks(tasks, { me: ANA, leads: true }).open)).toEqual([5, 7, 2, 3, 1]);
});

it('[TASK-53] what somebody is asked to do: unacknowledged first', () => {
  expect(numbers(askedOf(tasks, ANA))).toEqual([3, 5]);
  expect(askedOf(tasks, 'cy' as UserId)).toEqual([]);
});

it('[TASK-55] what somebody else gave them since they came, and they have not acknowledged', () => {
  const by = (ref: string) => ({ change: { by: ref } }) as Partial<Task>;
  const given = [
    task(1, { assignee: ANA, assignedAt: 5, ...by('user/bo') }),
    task(2, { assignee: ANA, assignedAt: 20, ...by('user/ana') }),
    task(3, { assignee: ANA, assignedAt: 21, acknowledgedAt: 22, ...by('user/bo') }),
    task(4, { assignee: BO, assignedAt: 23, ...by('user/ana') }),
  ];
  expect(givenSince(given, ANA, 10)).toBeUndefined();
  const [older, newer] = [11, 12].map((at) => task(at, { assignee: ANA, assignedAt: at, ...by('user/bo') })) as [
    Task,
    Task,
  ];
  expect(givenSince([...given, older, newer], ANA, 10)).toBe(newer);
});

it('[TASK-51] is overdue from its end on', () => {
  expect(isOverdue(task(1, { dueAt: 5 }), 4)).toBe(false);
  expect(isOverdue(task(1, { dueAt: 5 }), 5)).toBe(true);
  expect(isOverdue(task(1), 5)).toBe(false);
});

it('[TASK-52] is long unacknowledged after two minutes, or half of its time', () => {
  expect(isLongUnacknowledged(task(1), 2 * MINUTE - 1)).toBe(false);
  expect(isLongUnacknowledged(task(1), 2 * MINUTE)).toBe(true);
  expect(isLongUnacknowledged(task(1, { dueAt: MINUTE }), MINUTE / 2)).toBe(true);
  expect(isLongUnacknowledged(task(1, { acknowledgedAt: 1 }), 9 * MINUTE)).toBe(false);
});
