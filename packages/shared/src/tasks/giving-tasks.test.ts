import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../protocol/catalogue.ts';
import { ADA, CAI, GUS, MIA, REN, ROZ, VIC, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, held, incidentAt } from '../testing/incident-past.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';
import { T1, TASK, acknowledged, assigned, done } from '../testing/task-past.ts';
import { MAX_TASKS } from './values.ts';

const incidentId = INCIDENT;
const taskId = TASK;
const now = T0 + 60 * MINUTE;

const task = (more: Partial<CommandInput<'task.assign'>> = {}): CommandInput<'task.assign'> => ({
  incidentId,
  taskId,
  text: 'Check the replicas',
  assignee: REN.id,
  ...more,
});

describe('giving a task', () => {
  it('[TASK-1] to somebody, for so long', () => {
    given([DECLARED])
      .when('task.assign', task({ forMs: 10 * MINUTE }), { actor: ROZ.actor, now })
      .happens({
        type: 'task.assigned',
        data: { ...T1, assignee: REN.id, dueAt: now + 10 * MINUTE },
      })
      .leadsTo(({ tasks }) =>
        expect(tasks.items).toMatchObject([
          { id: taskId, number: 1, status: 'open', assignee: REN.id, assignedBy: ROZ.actor.ref, assignedAt: now },
        ]),
      );
  });

  it('[TASK-1] until a time, or without a time-box', () => {
    given([DECLARED])
      .when('task.assign', task({ dueAt: now + 1 }), { now })
      .leadsTo(({ tasks }) => expect(tasks.items).toMatchObject([{ dueAt: now + 1 }]));
    given([DECLARED])
      .when('task.assign', task())
      .leadsTo(({ tasks }) => expect(tasks.items[0]?.dueAt).toBeUndefined());
  });

  it('[TASK-1] numbers go on', () => {
    given([DECLARED, assigned(), done()])
      .when('task.assign', task({ taskId: testId(0x92) }))
      .leadsTo(({ tasks }) => expect(tasks.items.map(({ number }) => number)).toEqual([1, 2]));
  });

  it('[TASK-1] not for two ends of one time-box, nor for a time that has passed', () => {
    given([DECLARED])
      .when('task.assign', task({ forMs: MINUTE, dueAt: now + MINUTE }), { now })
      .isRefused('invalid', 'Say either');
    given([DECLARED])
      .when('task.assign', task({ dueAt: now }), { now })
      .isRefused('invalid', 'has passed');
  });

  it.each([
    [GUS, 'no such person'],
    [{ id: testId(0xff) }, 'no such person'],
    [MIA, '@mia is a manager'],
    [VIC, '@vic is a viewer'],
  ])('[TASK-2] not to whoever cannot do it', ({ id }, saying) => {
    given([DECLARED])
      .when('task.assign', task({ assignee: id }))
      .isRefused('invalid', saying);
    given([DECLARED, assigned()])
      .when('task.reassign', { incidentId, taskId, assignee: id })
      .isRefused('invalid', saying);
  });

  it('[TASK-2] in a private incident only to who may see it', () => {
    const past = [declaredAs({ private: true }, REN)];
    given(past)
      .when('task.assign', task({ assignee: ROZ.id }), { actor: REN.actor })
      .isRefused('invalid', '@roz cannot see');
    for (const { id } of [REN, ADA]) {
      given(past)
        .when('task.assign', task({ assignee: id }), { actor: REN.actor })
        .leadsTo(({ tasks }) => expect(tasks.items).toHaveLength(1));
    }
  });

  it('[TASK-3] an id is used once', () => {
    given([DECLARED, assigned()]).when('task.assign', task()).isRefused('conflict', 'this id already');
  });

  it(`[TASK-3] up to ${MAX_TASKS}`, () => {
    const many = Array.from({ length: MAX_TASKS }, (_, n) => assigned({ taskId: testId(0x1000 + n), number: n + 1 }));
    given([DECLARED, ...many])
      .when('task.assign', task())
      .isRefused('conflict', 'at most');
  });

  const onTasks = [
    'task.assign',
    'task.reassign',
    'task.extend',
    'task.acknowledge',
    'task.done',
    'task.fail',
    'task.cancel',
    'task.reopen',
    'follow-up.keep',
    'follow-up.drop',
  ] as const;
  it.each(onTasks)('[TASK-4] %s not in a closed incident, nor in none', (type) => {
    given([...incidentAt('closed'), assigned()])
      .when(type, SAMPLE_COMMANDS[type])
      .isRefused('conflict', 'is closed');
    given([]).when(type, SAMPLE_COMMANDS[type]).isRefused('not-found', 'no such incident');
  });

  it.each([
    'task.reassign',
    'task.extend',
    'task.acknowledge',
    'task.done',
    'task.fail',
    'task.cancel',
    'task.reopen',
  ] as const)('[TASK-25] %s of an unknown task', (type) => {
    given([DECLARED]).when(type, SAMPLE_COMMANDS[type]).isRefused('not-found', 'no such task');
  });

  it('[TASK-1] wants a text, and takes none without end', () => {
    given([DECLARED])
      .when('task.assign', task({ text: ' ' }))
      .isRefused('invalid');
    given([DECLARED])
      .when('task.assign', task({ text: 'x'.repeat(501) }))
      .isRefused('invalid');
  });
});

describe('being at a task', () => {
  it('[TASK-10] its owner acknowledges it', () => {
    given([DECLARED, assigned()])
      .when('task.acknowledge', { incidentId, taskId }, { actor: REN.actor, now })
      .happens({ type: 'task.acknowledged', data: T1 })
      .leadsTo(({ tasks }) => expect(tasks.items).toMatchObject([{ acknowledgedAt: now }]));
  });

  it('[TASK-10] nobody else does, not even who leads', () => {
    given([DECLARED, assigned(), held('commander', ROZ)])
      .when('task.acknowledge', { incidentId, taskId }, { actor: ROZ.actor })
      .isRefused('forbidden', 'Only who T1 was given to');
  });

  it('[TASK-10] again makes nothing happen', () => {
    given([DECLARED, assigned(), acknowledged()])
      .when('task.acknowledge', { incidentId, taskId }, { actor: REN.actor })
      .happens();
  });

  it('[TASK-11] another owner has to acknowledge it anew', () => {
    given([DECLARED, assigned({ dueAt: now }), acknowledged()])
      .when('task.reassign', { incidentId, taskId, assignee: ROZ.id }, { actor: REN.actor })
      .happens({ type: 'task.reassigned', data: { ...T1, from: REN.id, to: ROZ.id, dueFrom: now, dueAt: now } })
      .leadsTo(({ tasks }) => {
        expect(tasks.items).toMatchObject([{ assignee: ROZ.id, dueAt: now }]);
        expect(tasks.items[0]?.acknowledgedAt).toBeUndefined();
      });
  });

  it('[TASK-11] may get another time-box, or none', () => {
    const past = [DECLARED, assigned({ dueAt: now })];
    given(past)
      .when('task.reassign', { incidentId, taskId, assignee: ROZ.id, forMs: MINUTE }, { now: now + MINUTE })
      .leadsTo(({ tasks }) => expect(tasks.items).toMatchObject([{ dueAt: now + 2 * MINUTE }]));
    given(past)
      .when('task.reassign', { incidentId, taskId, assignee: ROZ.id, dueAt: null })
      .leadsTo(({ tasks }) => expect(tasks.items[0]?.dueAt).toBeUndefined());
  });

  it('[TASK-11] to who has it makes nothing happen', () => {
    given([DECLARED, assigned()]).when('task.reassign', { incidentId, taskId, assignee: REN.id }).happens();
  });

  const roles: readonly Past[] = [held('commander', CAI)];
  it.each(['task.reassign', 'task.extend'] as const)('[TASK-11][TASK-12] %s: not for others', (type) => {
    given([DECLARED, assigned(), ...roles])
      .when(type, SAMPLE_COMMANDS[type], { actor: ROZ.actor })
      .isRefused('forbidden', 'T1 is for its owner, who assigned it, the commander or the deputy.');
    for (const { actor } of [CAI, ADA, REN]) {
      given([DECLARED, assigned({ assignee: REN.id }), ...roles])
        .when('task.extend', { incidentId, taskId }, { actor })
        .leadsTo(({ tasks }) => expect(tasks.items[0]?.dueAt).toBeDefined());
    }
  });

  it('[TASK-12] more time from its end on', () => {
    given([DECLARED, assigned({ dueAt: now + MINUTE })])
      .when('task.extend', { incidentId, taskId, byMs: 5 * MINUTE }, { now })
      .happens({ type: 'task.extended', data: { ...T1, from: now + MINUTE, dueAt: now + 6 * MINUTE } });
  });

  it('[TASK-12] more time from now on, once it is over: ten minutes', () => {
    given([DECLARED, assigned({ dueAt: now - MINUTE })])
      .when('task.extend', { incidentId, taskId }, { now })
      .happens({ type: 'task.extended', data: { ...T1, from: now - MINUTE, dueAt: now + 10 * MINUTE } });
  });

  it('[TASK-12] until a time', () => {
    given([DECLARED, assigned()])
      .when('task.extend', { incidentId, taskId, dueAt: now + 1 }, { now })
      .happens({ type: 'task.extended', data: { ...T1, dueAt: now + 1 } });
    given([DECLARED, assigned({ dueAt: now + 1 })])
      .when('task.extend', { incidentId, taskId, dueAt: now + 1 }, { now })
      .happens();
    given([DECLARED, assigned()])
      .when('task.extend', { incidentId, taskId, dueAt: now }, { now })
      .isRefused('invalid', 'has passed');
    given([DECLARED, assigned()])
      .when('task.extend', { incidentId, taskId, byMs: MINUTE, dueAt: now + 1 }, { now })
      .isRefused('invalid', 'Say either');
  });
});
