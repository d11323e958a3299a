import { describe, expect, it } from 'vitest';
import type { Recorded } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { ADA, REN, ROZ, testId, type Player } from '../testing/cast.ts';
import { foldFrozen, recordedIn, T0, type Past } from '../testing/history.ts';
import { ABOUT, confirmed, ruledOut, suggested, tested } from '../testing/hypotheses-past.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import type { Room, RoomEvent } from './room.ts';
import { hasNews, MOST_TOLD, whatChanged } from './what-changed.ts';

const stream = `incident/${INCIDENT}` as const;

const between = (seen: readonly Past[], since: readonly Past[], reader?: UserId, asker = reader) => {
  const events = recordedIn(stream, [...seen, ...since]) as readonly Recorded<RoomEvent>[];
  return whatChanged(foldFrozen(stream, events) as Room, seen.length, events.slice(seen.length), reader, asker);
};
const told = (entries: readonly { readonly fact: { readonly type: string } }[]) => entries.map(({ fact }) => fact.type);

const plan = {
  title: 'Roll back',
  expectedSignal: 'fewer 5xx',
  risk: 'low' as const,
  services: [],
  steps: '1',
  rollback: '2',
};
const mitigationOf = (number: number) => ({ mitigationId: testId(0x90 + number), number, title: 'Roll back' });
const proposed = (number = 1, by: Player = REN): Past => {
  const { title: _title, ...about } = mitigationOf(number);
  return { type: 'mitigation.proposed', data: { ...about, plan }, by: by.actor.ref };
};
const rejected = (by: Player = ADA): Past => ({
  type: 'mitigation.rejected',
  data: { ...mitigationOf(1), reason: 'too risky' },
  by: by.actor.ref,
});
const withdrawn: Past = { type: 'mitigation.withdrawn', data: mitigationOf(1), by: REN.actor.ref };

const task = { taskId: testId(0xb1), number: 1, text: 'check the pool' };
const assigned = (to: Player, by: Player = ADA): Past => ({
  type: 'task.assigned',
  data: { ...task, assignee: to.id },
  by: by.actor.ref,
});
const given = (from: Player, to: Player): Past => ({
  type: 'task.reassigned',
  data: { ...task, from: from.id, to: to.id },
});

const update = { updateId: testId(0xc1) };
const content = { text: 'We are on it', components: [] };
const drafted: Past = {
  type: 'update.drafted',
  data: { ...update, number: 1, audience: 'external', content },
  by: REN.actor.ref,
};
const publishing: Past = {
  type: 'update.publishing',
  data: { ...update, audience: 'external', leavesAt: T0 + 600_000 },
  by: REN.actor.ref,
};
const published: Past = {
  type: 'update.published',
  data: { ...update, audience: 'external', content },
  by: 'system/updates',
};

describe('[SINCE-9] what was done since', () => {
  it('tells causes that were confirmed and are, not what was ruled out or reopened', () => {
    expect(told(between([DECLARED, suggested()], [tested(), confirmed()]).done.causes)).toEqual([
      'hypothesis.confirmed',
    ]);
    const reopened: Past = { type: 'hypothesis.reopened', data: { ...ABOUT, to: 'open', reason: 'no' } };
    expect(between([DECLARED, suggested()], [confirmed(), reopened]).done.causes).toEqual([]);
    expect(between([DECLARED, suggested()], [ruledOut()]).done.causes).toEqual([]);
    expect(between([DECLARED, suggested(), confirmed()], []).done.causes).toEqual([]);
  });

  it('tells the last move of each mitigation, not one that came and went', () => {
    expect(told(between([DECLARED], [proposed(), rejected()]).done.mitigations)).toEqual(['mitigation.rejected']);
    expect(between([DECLARED], [proposed(), withdrawn]).done.mitigations).toEqual([]);
    expect(told(between([DECLARED, proposed()], [withdrawn]).done.mitigations)).toEqual(['mitigation.withdrawn']);
    const many = Array.from({ length: MOST_TOLD + 1 }, (_, index) => proposed(index + 1));
    const { done, doneCounts } = between([DECLARED], many);
    expect(done.mitigations.map(({ fact }) => 'number' in fact.data && fact.data.number)).toEqual([4, 3, 2]);
    expect(doneCounts.mitigations).toBe(4);
  });

  it('tells what was published, as the news of who published it', () => {
    const past = [DECLARED, drafted, publishing];
    expect(told(between(past, [published], ADA.id).done.updates)).toEqual(['update.published']);
    expect(between(past, [published], REN.id).done.updates).toEqual([]);
    expect(between([...past, published], []).done.updates).toEqual([]);
  });

  it('tells readers the open tasks that others gave them', () => {
    const tasksOf = (since: readonly Past[], reader?: UserId) => told(between([DECLARED], since, reader).done.tasks);
    expect(tasksOf([assigned(REN)], REN.id)).toEqual(['task.assigned']);
    expect(tasksOf([assigned(REN)], ROZ.id)).toEqual([]);
    expect(tasksOf([assigned(REN)])).toEqual([]);
    expect(told(between([], [DECLARED, assigned(REN, REN)], undefined, REN.id).done.tasks)).toEqual(['task.assigned']);
    expect(tasksOf([assigned(REN, REN)], REN.id)).toEqual([]);
    expect(tasksOf([assigned(ROZ), given(ROZ, REN)], REN.id)).toEqual(['task.reassigned']);
    expect(tasksOf([assigned(REN), given(REN, ROZ)], REN.id)).toEqual([]);
    expect(tasksOf([assigned(REN), { type: 'task.done', data: task }], REN.id)).toEqual([]);
  });

  it('is news by itself, but not to who did it', () => {
    const past = [DECLARED, suggested(REN)];
    expect(hasNews(between(past, [confirmed(REN)], ADA.id))).toBe(true);
    expect(hasNews(between(past, [confirmed(REN)], REN.id))).toBe(false);
  });

  it('[SINCE-4] is not told again for being pinned', () => {
    const pinned: Past = { type: 'timeline.entry-pinned', data: { entryId: testId(0xe002) } };
    const { done, pinnedCount } = between([DECLARED, suggested()], [confirmed(), pinned]);
    expect(done.causes).toHaveLength(1);
    expect(pinnedCount).toBe(0);
  });
});
