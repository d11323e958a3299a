import { describe, expect, it } from 'vitest';
import { CAI, REN } from '../../testing/cast.ts';
import {
  at,
  clockIn,
  declaredWith,
  minute,
  namesIn,
  published,
  ranOutAt,
  resolvedAt,
  roomOf,
  severityMoved,
  span,
} from '../../testing/clock-past.ts';
import { T0, MINUTE, type Past } from '../../testing/history.ts';
import { held } from '../../testing/incident-past.ts';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { nextUpdateDueAt } from './update-clocks.ts';

const HOUR = 60;
const scheduled: Past = { type: 'situation.postmortem-scheduled', data: { meetsAt: minute(5_000) } };

describe('acknowledging', () => {
  it.each([
    [1, 5],
    [2, 15],
    [3, 30],
  ] as const)('[CLK-1] SEV%i is due after %i minutes', (severity, within) => {
    expect(span([declaredWith(severity)], 'acknowledge')).toEqual([0, within]);
  });

  it('[CLK-1] stops once somebody has taken it', () => {
    const milestone: Past = { type: 'incident.milestone-set', data: { milestone: 'acknowledged', to: minute(2) } };
    const moved: Past = { type: 'incident.status-changed', data: { from: 'detected', to: 'investigating' } };
    for (const done of [milestone, moved, held('commander', CAI)]) {
      expect(clockIn([declaredWith(1), at(2, done)], 'acknowledge')).toBeUndefined();
    }
  });

  it('[CLK-1] does not start again when it is reopened', () => {
    const past = [
      declaredWith(1),
      resolvedAt(10),
      at(20, { type: 'incident.reopened', data: { from: 'resolved', reason: 'back' } }),
    ];
    expect(clockIn(past, 'acknowledge')).toBeUndefined();
  });

  it('[CLK-2] SEV4 waits for the next working day', () => {
    // T0 is Sunday noon, UTC.
    expect(clockIn([declaredWith(4)], 'acknowledge')?.dueAt).toBe(Date.UTC(2026, 2, 2, 9));
  });
});

describe('updates', () => {
  it.each([
    [1, 5, 10],
    [2, 15, 20],
  ] as const)('[CLK-3] SEV%i: internal after %i minutes, public after %i', (severity, internal, external) => {
    expect(span([declaredWith(severity)], 'first-internal-update')).toEqual([0, internal]);
    expect(span([declaredWith(severity)], 'first-public-update')).toEqual([0, external]);
  });

  it('[CLK-3] SEV3 asks for an internal one only, SEV4 for none', () => {
    expect(span([declaredWith(3)], 'first-internal-update')).toEqual([0, HOUR]);
    expect(clockIn([declaredWith(3)], 'first-public-update')).toBeUndefined();
    expect(namesIn([declaredWith(4)])).toEqual(['acknowledge']);
  });

  it('[CLK-4] counts from the last one to this audience', () => {
    const past = [declaredWith(1), ...published('internal', 4), ...published('external', 8)];
    expect(span(past, 'internal-update')).toEqual([4, 24]);
    expect(span(past, 'public-update')).toEqual([8, 28]);
    expect(namesIn(past)).not.toContain('first-internal-update');
    expect(span([...past, ...published('internal', 22)], 'internal-update')).toEqual([22, 42]);
  });

  it('[CLK-4] is due when it was promised, where that is earlier', () => {
    expect(span([declaredWith(1), ...published('external', 8, minute(18))], 'public-update')).toEqual([8, 18]);
    expect(span([declaredWith(1), ...published('external', 8, minute(90))], 'public-update')).toEqual([8, 28]);
  });

  it('[CLK-5] is calmer from the first one on that leaves after two hours', () => {
    expect(span([declaredWith(1), ...published('internal', 119)], 'internal-update')).toEqual([119, 139]);
    expect(span([declaredWith(1), ...published('internal', 120)], 'internal-update')).toEqual([120, 180]);
  });

  it('[CLK-6] has no cadence for an audience that severity does not ask for', () => {
    expect(clockIn([declaredWith(3), ...published('external', 8)], 'public-update')).toBeUndefined();
    expect(span([declaredWith(3), ...published('external', 8, minute(30))], 'public-update')).toEqual([8, 30]);
  });

  it('[CLK-7] tells the earlier of both', () => {
    const next = (past: readonly Past[]) => nextUpdateDueAt(roomOf(past), DEFAULT_SETTINGS);
    expect(next([declaredWith(1)])).toBe(minute(5));
    expect(next([declaredWith(1), ...published('internal', 4)])).toBe(minute(10));
    expect(next([declaredWith(1), ...published('internal', 4), ...published('external', 8)])).toBe(minute(24));
    expect(next([declaredWith(4)])).toBeUndefined();
    expect(next([])).toBeUndefined();
  });
});

describe('the post-mortem', () => {
  it('[CLK-8] is to be scheduled within 48 hours of resolving', () => {
    expect(span([declaredWith(1), resolvedAt(30)], 'postmortem-scheduled')).toEqual([30, 30 + 48 * HOUR]);
    expect(clockIn([declaredWith(1), resolvedAt(30), at(40, scheduled)], 'postmortem-scheduled')).toBeUndefined();
    expect(clockIn([declaredWith(3), resolvedAt(30)], 'postmortem-scheduled')).toBeUndefined();
  });
});

describe('changing the severity', () => {
  it('[CLK-9] raised, leaves less time from the same start', () => {
    expect(span([declaredWith(2), severityMoved(3, 2, 1)], 'acknowledge')).toEqual([0, 5]);
    expect(span([declaredWith(2), severityMoved(3, 2, 1)], 'first-public-update')).toEqual([0, 10]);
    const told = [declaredWith(2), ...published('internal', 4), severityMoved(6, 2, 1)];
    expect(span(told, 'internal-update')).toEqual([4, 24]);
  });

  it('[CLK-9] what would lie in the past is due at the moment of raising', () => {
    expect(span([declaredWith(2), severityMoved(8, 2, 1)], 'acknowledge')).toEqual([0, 8]);
    expect(span([declaredWith(4), severityMoved(90, 4, 1)], 'acknowledge')).toEqual([0, 90]);
  });

  it('[CLK-9] starts what the lower one did not ask for', () => {
    expect(span([declaredWith(3), severityMoved(20, 3, 1)], 'first-public-update')).toEqual([0, 20]);
  });

  it('[CLK-10] lowered, leaves more', () => {
    expect(span([declaredWith(1), severityMoved(3, 1, 2)], 'acknowledge')).toEqual([0, 15]);
    expect(clockIn([declaredWith(1), severityMoved(3, 1, 4)], 'first-public-update')).toBeUndefined();
  });

  it('[CLK-10] lowered, lets nothing run out a second time', () => {
    const past = [declaredWith(1)];
    const later = [...past, ranOutAt(5, clockIn(past, 'acknowledge')), severityMoved(7, 1, 2)];
    expect(clockIn(later, 'acknowledge')).toMatchObject({ dueAt: minute(15), ranOut: { dueAt: minute(5) } });
  });
});

describe('what people see of a clock', () => {
  it('[CLK-50] it is amber when four fifths are over', () => {
    expect(clockIn([declaredWith(1)], 'first-public-update')?.amberAt).toBe(minute(8));
  });

  it('[CLK-50] what is due at once is amber at once', () => {
    const attention: Past = {
      type: 'situation.attention-set',
      data: { expected: true, before: { expected: false } },
      by: REN.actor.ref,
    };
    expect(clockIn([declaredWith(1), at(3, attention)], 'public-attention')?.amberAt).toBe(T0 + 3 * MINUTE);
  });
});
