import { describe, expect, it } from 'vitest';
import { REN, testId } from '../../testing/cast.ts';
import {
  at,
  clockIn,
  declaredWith,
  minute,
  namesIn,
  published,
  ranOutAt,
  reopenedAt,
  resolvedAt,
  roomOf,
  span,
} from '../../testing/clock-past.ts';
import type { Past } from '../../testing/history.ts';
import { assigned } from '../../testing/task-past.ts';

const SEV1 = declaredWith(1);
const ACKNOWLEDGED = at(1, { type: 'incident.status-changed', data: { from: 'detected', to: 'mitigating' } });
const TASK_DUE_LATER = at(2, assigned({ dueAt: minute(90) }));
const WORKED_ON = [SEV1, ACKNOWLEDGED, TASK_DUE_LATER, ...published('internal', 4)];
const ESCALATED: Past = { type: 'escalation.raised', data: { reason: 'many customers' }, by: REN.actor.ref };
const merged: Past = {
  type: 'incident.closed',
  data: { from: 'mitigating', closure: { kind: 'merged', into: testId(2), key: 'INC-2026-0002' } },
};
const closed: Past = {
  type: 'incident.closed',
  data: { from: 'resolved', closure: { kind: 'completed', reason: 'done' } },
};

describe('resolving and closing', () => {
  it('[CLK-40] leaves the post-mortem alone', () => {
    expect(namesIn(WORKED_ON)).toContain('task');
    expect(namesIn([...WORKED_ON, resolvedAt(30)])).toEqual(['postmortem-scheduled']);
  });

  it('[CLK-40] leaves nothing of what is merged or closed', () => {
    expect(namesIn([...WORKED_ON, at(30, merged)])).toEqual([]);
    expect(namesIn([...WORKED_ON, resolvedAt(30), at(31, closed)])).toEqual([]);
  });

  it('[CLK-40] there is none before an incident is declared', () => {
    expect(namesIn([])).toEqual([]);
  });
});

describe('reopening', () => {
  const reopened = [...WORKED_ON, resolvedAt(30), reopenedAt(40)];

  it('[CLK-41] starts the clocks of the incident anew', () => {
    expect(span(reopened, 'first-internal-update')).toEqual([40, 45]);
    expect(span(reopened, 'first-public-update')).toEqual([40, 50]);
    expect(span(reopened, 'no-progress')).toEqual([40, 70]);
    expect(span(reopened, 'long-running')).toEqual([40, 100]);
    expect(clockIn(reopened, 'postmortem-scheduled')).toBeUndefined();
    expect(span([...reopened, ...published('internal', 44)], 'internal-update')).toEqual([44, 64]);
  });

  it('[CLK-41] lets what people set go on', () => {
    expect(span(reopened, 'task')).toEqual([2, 90]);
  });

  it('[CLK-41] lets what had run out run again', () => {
    const late = [SEV1, ACKNOWLEDGED, ranOutAt(30, clockIn([SEV1], 'no-progress')), resolvedAt(35), reopenedAt(40)];
    expect(clockIn(late, 'no-progress')?.ranOut).toBeUndefined();
  });

  it('[CLK-41] ends an escalation', () => {
    expect(roomOf([...WORKED_ON, at(10, ESCALATED)]).clocks.escalated).toMatchObject({ reason: 'many customers' });
    expect(roomOf([...WORKED_ON, at(10, ESCALATED), resolvedAt(30), reopenedAt(40)]).clocks.escalated).toBeUndefined();
    expect(roomOf([...WORKED_ON, at(10, ESCALATED), at(30, merged)]).clocks.escalated).toBeUndefined();
  });

  it('[CLK-41] counts from then for what is resolved again', () => {
    expect(span([...reopened, resolvedAt(60)], 'postmortem-scheduled')?.[0]).toBe(60);
  });

  it('[CLK-42] is not what takes resolving back', () => {
    const takenBack: Past = {
      type: 'incident.status-changed',
      data: { from: 'resolved', to: 'mitigating', undoOf: 'command-5' },
    };
    expect(span([...WORKED_ON, resolvedAt(30), at(31, takenBack)], 'internal-update')).toEqual([4, 24]);
    expect(span([...WORKED_ON, resolvedAt(30), at(31, takenBack)], 'long-running')).toEqual([0, 60]);
  });
});
