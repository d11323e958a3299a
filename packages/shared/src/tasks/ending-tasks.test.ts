import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import type { Recorded } from '../kernel/event.ts';
import type { SitrepEvent } from '../protocol/catalogue.ts';
import { compensation } from '../protocol/undo.ts';
import type { Room } from '../rooms/room.ts';
import { ADA, CAI, REN, ROZ, SYSTEM, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, held } from '../testing/incident-past.ts';
import { FOLLOW_UP, T1, TASK, acknowledged, assigned, done, keptForLater } from '../testing/task-past.ts';
import { MAX_FOLLOW_UPS } from './values.ts';

const incidentId = INCIDENT;
const taskId = TASK;
const followUpId = FOLLOW_UP;
const LED = [DECLARED, held('commander', CAI), held('deputy', ROZ)];
const stream = `incident/${incidentId}` as const;

const failed: Past = { type: 'task.failed', data: { ...T1, reason: 'no access' }, by: REN.actor.ref };
const cancelled: Past = { type: 'task.cancelled', data: T1 };

describe('ending a task', () => {
  it.each([REN, CAI, ROZ, { actor: SYSTEM }])('[TASK-20][TASK-21] its owner and who leads', ({ actor }) => {
    given([...LED, assigned()])
      .when('task.done', { incidentId, taskId, result: 'in sync' }, { actor })
      .happens({ type: 'task.done', data: { ...T1, result: 'in sync' } })
      .leadsTo(({ tasks }) =>
        expect(tasks.items).toMatchObject([{ status: 'done', endedBy: actor.ref, result: 'in sync' }]),
      );
    given([...LED, assigned()])
      .when('task.fail', { incidentId, taskId, reason: 'no access' }, { actor })
      .happens({ type: 'task.failed', data: { ...T1, reason: 'no access' } })
      .leadsTo(({ tasks }) => expect(tasks.items).toMatchObject([{ status: 'failed', reason: 'no access' }]));
  });

  it('[TASK-20][TASK-21] nobody else, not even who assigned it', () => {
    for (const [type, more] of [
      ['task.done', {}],
      ['task.fail', { reason: 'no access' }],
    ] as const) {
      given([...LED, assigned()])
        .when(type, { incidentId, taskId, ...more }, { actor: ADA.actor })
        .isRefused('forbidden', 'T1 is for its owner, the commander or the deputy.');
    }
  });

  it('[TASK-21] wants a reason', () => {
    given([DECLARED, assigned()]).when('task.fail', { incidentId, taskId, reason: ' ' }).isRefused('invalid');
  });

  it('[TASK-22] who assigned it, and who leads, cancel it', () => {
    for (const { actor } of [ADA, CAI, ROZ]) {
      given([...LED, assigned()])
        .when('task.cancel', { incidentId, taskId, reason: '' }, { actor })
        .happens({ type: 'task.cancelled', data: T1 })
        .leadsTo(({ tasks }) => expect(tasks.items).toMatchObject([{ status: 'cancelled' }]));
    }
    given([...LED, assigned()])
      .when('task.cancel', { incidentId, taskId, reason: 'solved' }, { actor: ADA.actor })
      .happens({ type: 'task.cancelled', data: { ...T1, reason: 'solved' } });
    given([...LED, assigned()])
      .when('task.cancel', { incidentId, taskId }, { actor: REN.actor })
      .isRefused('forbidden', 'T1 is for who assigned it');
  });

  const ends = [
    ['done', done(), 'task.done'],
    ['failed', failed, 'task.fail'],
    ['cancelled', cancelled, 'task.cancel'],
  ] as const;
  it.each(ends)('[TASK-23] %s: the same again makes nothing happen', (_how, end, type) => {
    given([...LED, assigned(), end])
      .when(
        type,
        { incidentId, taskId, ...(type === 'task.fail' ? { reason: 'no' } : {}) },
        {
          actor: CAI.actor,
        },
      )
      .happens();
  });

  it.each(ends)('[TASK-23] %s: nothing else goes', (status, end, own) => {
    const changes = {
      'task.done': {},
      'task.fail': { reason: 'no' },
      'task.cancel': {},
      'task.extend': {},
      'task.acknowledge': {},
      'task.reassign': { assignee: ROZ.id },
    } as const;
    for (const [type, more] of Object.entries(changes)) {
      if (type === own) continue;
      given([DECLARED, assigned(), end])
        .when(type as 'task.done', { incidentId, taskId, ...more }, { actor: REN.actor })
        .isRefused('conflict', 'already', { current: { status, by: end.by ?? ADA.actor.ref, at: T0 + 120_000 } });
    }
  });

  it.each(ends)('[TASK-24] %s: reopened it is as before', (_how, end) => {
    const past = [DECLARED, assigned({ dueAt: T0 }), acknowledged()];
    given([...past, end])
      .when('task.reopen', { incidentId, taskId }, { actor: REN.actor })
      .happens({ type: 'task.reopened', data: T1 })
      .leadsTo((room) => expect(withoutTraces(room)).toEqual(withoutTraces(roomAfter(past))));
  });

  it('[TASK-23] reopening is not for others, and makes nothing happen while it is open', () => {
    given([...LED, assigned(), done()])
      .when('task.reopen', { incidentId, taskId }, { actor: testActor })
      .isRefused('forbidden', 'T1 is for its owner');
    given([DECLARED, assigned()]).when('task.reopen', { incidentId, taskId }).happens();
  });
});

const testActor = {
  ...REN.actor,
  kind: 'user',
  ref: `user/${testId(0xee)}`,
  userId: testId(0xee),
  role: 'responder',
} as const;

const roomAfter = (past: readonly Past[]): Room => foldFrozen(stream, recordedIn(stream, past)) as Room;

/** Without who changed it last, and when it came to its owner. */
const withoutTraces = ({ tasks }: Pick<Room, 'tasks'>) =>
  tasks.items.map(({ change: _who, assignedAt: _when, ...task }) => task);

const wayBack = (past: readonly Past[]) => {
  const last = recordedIn(stream, past).at(-1) as Recorded<SitrepEvent>;
  const [back, ...more] = compensation([last]);
  assert(back !== undefined);
  expect(more).toEqual([]);
  return back;
};

describe('taking back', () => {
  const before = assigned({ dueAt: T0 + 1 });
  const reassigned: Past = {
    type: 'task.reassigned',
    data: { ...T1, from: REN.id, to: ROZ.id, dueFrom: T0 + 1, dueAt: T0 + 2 },
    by: REN.actor.ref,
  };
  const extended: Past = { type: 'task.extended', data: { ...T1, from: T0 + 1, dueAt: T0 + 9 }, by: REN.actor.ref };
  const dropped: Past = { type: 'follow-up.dropped', data: { followUpId, text: 'Alert on lag' }, by: REN.actor.ref };

  it.each([
    ['a reassignment', [before], reassigned],
    ['more time', [before], extended],
    ['done', [before], done()],
    ['given up', [before], failed],
    ['cancelled', [assigned({ dueAt: T0 + 1 }, REN)], { ...cancelled, by: REN.actor.ref }],
  ])('[TASK-30] %s: all is as before', (_what, past, last) => {
    const { type, command } = wayBack([DECLARED, ...past, last]);
    given([DECLARED, ...past, last])
      .when(type, command, { actor: REN.actor, now: T0 + 1e9 })
      .leadsTo((room) => expect(withoutTraces(room as Room)).toEqual(withoutTraces(roomAfter([DECLARED, ...past]))));
  });

  it('[TASK-30] an assignment is cancelled', () => {
    const { type, command } = wayBack([DECLARED, before]);
    given([DECLARED, before])
      .when(type, command)
      .happens({ type: 'task.cancelled', data: { ...T1, undoOf: 'command-1' } });
  });

  it('[TASK-30] not once somebody is at it', () => {
    const { type, command } = wayBack([DECLARED, before]);
    given([DECLARED, before, acknowledged()]).when(type, command).isRefused('conflict', 'Somebody changed this since');
  });

  it('[TASK-42] a follow-up', () => {
    const kept = wayBack([DECLARED, keptForLater()]);
    given([DECLARED, keptForLater()])
      .when(kept.type, kept.command, { actor: REN.actor })
      .happens({ type: 'follow-up.dropped', data: { followUpId, text: 'Alert on lag', undoOf: 'command-1' } });
    given([DECLARED, keptForLater(), dropped, keptForLater(ROZ)])
      .when(kept.type, kept.command, { actor: REN.actor })
      .isRefused('conflict', 'Somebody changed this since');
  });
});

describe('follow-ups', () => {
  const entryId = testId(0x51);
  const noted: Past = { type: 'timeline.entry-added', data: { entryId, kind: 'note', text: 'todo: Alert on lag' } };
  const dropped: Past = { type: 'follow-up.dropped', data: { followUpId, text: 'Alert on lag', reason: 'is there' } };

  it('[TASK-40] are kept, with their note', () => {
    given([DECLARED, noted])
      .when('follow-up.keep', { incidentId, followUpId, text: 'Alert on lag', entryId }, { actor: REN.actor })
      .happens({ type: 'follow-up.kept', data: { followUpId, text: 'Alert on lag', entryId } })
      .leadsTo(({ tasks }) =>
        expect(tasks.followUps).toMatchObject([{ id: followUpId, text: 'Alert on lag', by: REN.actor.ref, entryId }]),
      );
  });

  it('[TASK-40] out of no other note than one of this incident', () => {
    given([DECLARED])
      .when('follow-up.keep', { incidentId, followUpId, text: 'Alert on lag', entryId })
      .isRefused('not-found', 'no such entry');
  });

  it('[TASK-43] out of a note are no entry of their own', () => {
    const keep = { incidentId, followUpId, text: 'Alert on lag' };
    given([DECLARED, noted])
      .when('follow-up.keep', { ...keep, entryId })
      .leadsTo(({ timeline }) => expect(timeline.total).toBe(2));
    given([DECLARED])
      .when('follow-up.keep', keep)
      .leadsTo(({ timeline }) => expect(timeline.total).toBe(2));
  });

  it(`[TASK-40] up to ${MAX_FOLLOW_UPS}`, () => {
    const many = Array.from({ length: MAX_FOLLOW_UPS }, (_, n): Past => ({
      type: 'follow-up.kept',
      data: { followUpId: testId(0x1000 + n), text: 'later' },
    }));
    given([DECLARED, ...many])
      .when('follow-up.keep', { incidentId, followUpId, text: 'one more' })
      .isRefused('conflict', 'at most');
  });

  it('[TASK-41] are dropped, and kept again', () => {
    given([DECLARED, keptForLater()])
      .when('follow-up.drop', { incidentId, followUpId, reason: 'is there' })
      .happens({ type: 'follow-up.dropped', data: { followUpId, text: 'Alert on lag', reason: 'is there' } })
      .leadsTo(({ tasks }) =>
        expect(tasks.followUps).toMatchObject([{ dropped: { by: ADA.actor.ref, reason: 'is there' } }]),
      );
    given([DECLARED, keptForLater(), dropped])
      .when('follow-up.keep', { incidentId, followUpId, text: 'Alert on lag' })
      .leadsTo(({ tasks }) => {
        expect(tasks.followUps).toHaveLength(1);
        expect(tasks.followUps[0]?.dropped).toBeUndefined();
        expect(tasks.followUps[0]?.by).toBe(REN.actor.ref);
      });
  });

  it('[TASK-41] again, unknown, and another text', () => {
    given([DECLARED, keptForLater(), dropped]).when('follow-up.drop', { incidentId, followUpId }).happens();
    given([DECLARED]).when('follow-up.drop', { incidentId, followUpId }).isRefused('not-found', 'no such follow-up');
    given([DECLARED, keptForLater()])
      .when('follow-up.keep', { incidentId, followUpId, text: 'Alert on lag' })
      .happens();
    given([DECLARED, keptForLater()])
      .when('follow-up.keep', { incidentId, followUpId, text: 'Another' })
      .isRefused('conflict', 'this id already');
  });
});
