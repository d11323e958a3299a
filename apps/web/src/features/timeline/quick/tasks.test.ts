import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Task } from '@sitrep/shared/tasks/state';
import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from '../quick-entry.ts';
import type { QuickContext } from './area.ts';
import { followUpIn } from './tasks.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;
const MINUTE = 60_000;

const task = (number: number, assignee: UserId, status: Task['status'] = 'open'): Task =>
  ({ id: `t${number}`, number, assignee, status, text: `task ${number}` }) as unknown as Task;

const contextWith = (...items: readonly Task[]): QuickContext =>
  ({
    me: ANA,
    personOf: (handle: string) => (handle === 'bo' ? BO : undefined),
    parts: { tasks: { items, followUps: [] } },
  }) as unknown as QuickContext;

const parse = (line: string, context = contextWith(task(1, BO), task(3, ANA))) => parseQuickEntry(line, 0, context);

const gives = (assignee: UserId, text: string, minutes: number) => ({
  does: 'send',
  type: 'task.assign',
  command: { assignee, text, forMs: minutes * MINUTE },
});

describe('[TASK-60] /task', () => {
  it.each([
    ['/task @bo 10m check db', gives(BO, 'check db', 10)],
    ['/task 2h @Bo check db', gives(BO, 'check db', 120)],
    ['/task @bo check the last 10m', gives(BO, 'check the last 10m', 10)],
    ['/task 5m check db', gives(ANA, 'check db', 5)],
    ['/task check db', gives(ANA, 'check db', 10)],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it.each(['/task', '/task @bo', '/task @bo 10m', '/task 0m check'])('%s is not enough', (line) => {
    expect(parse(line)).toEqual({ does: 'explain', problem: { code: 'usage', command: 'task' } });
  });

  it('says that nobody has the handle', () => {
    expect(parse('/task @eve check')).toEqual({ does: 'explain', problem: { code: 'handle-unknown', value: 'eve' } });
  });
});

describe('[TASK-61] /got, /done, /cannot', () => {
  const sent = (type: string, taskId: string, more: object = {}) => ({
    does: 'send',
    type,
    command: { taskId, ...more },
  });

  it.each([
    ['/got T1', sent('task.acknowledge', 't1')],
    ['/got 3', sent('task.acknowledge', 't3')],
    ['/got', sent('task.acknowledge', 't3')],
    ['/done T3', sent('task.done', 't3')],
    ['/done 3', sent('task.done', 't3')],
    ['/done t3 all in sync', sent('task.done', 't3', { result: 'all in sync' })],
    ['/done 3 of 4 are in sync', sent('task.done', 't3', { result: '3 of 4 are in sync' })],
    ['/done all in sync', sent('task.done', 't3', { result: 'all in sync' })],
    ['/cannot T1 no access', sent('task.fail', 't1', { reason: 'no access' })],
    ['/cannot no access', sent('task.fail', 't3', { reason: 'no access' })],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it('asks which, where the writer has several or none', () => {
    const several = contextWith(task(1, ANA), task(2, ANA), task(3, ANA, 'done'));
    for (const context of [several, contextWith()]) {
      expect(parse('/done all in sync', context)).toEqual({
        does: 'explain',
        problem: { code: 'usage', command: 'done' },
      });
    }
  });

  it('knows no other number, and wants a reason', () => {
    expect(parse('/done T9')).toEqual({ does: 'explain', problem: { code: 'number-unknown', value: 'T9' } });
    expect(parse('/cannot T3')).toEqual({ does: 'explain', problem: { code: 'usage', command: 'cannot' } });
  });
});

describe('[TASK-62] what is for later', () => {
  it('/todo', () => {
    expect(parse('/todo add  an\nalert')).toMatchObject({
      does: 'send',
      type: 'follow-up.keep',
      command: { text: 'add an alert' },
    });
    expect(parse('/todo')).toEqual({ does: 'explain', problem: { code: 'usage', command: 'todo' } });
  });

  it.each([
    ['todo: add an alert', 'add an alert'],
    ['TODO:add\nan alert', 'add an alert'],
    ['/note todo: add an alert', 'add an alert'],
    ['todo:', undefined],
    ['todo add an alert', undefined],
    ['/finding todo: is not one', undefined],
    ['it says todo: later', undefined],
  ])('%s', (line, kept) => {
    expect(followUpIn(parse(line))).toBe(kept);
  });

  it('is cut where it is too long for a follow-up', () => {
    expect(followUpIn(parse(`todo: ${'x'.repeat(5_000)}`))).toHaveLength(1_000);
  });
});
