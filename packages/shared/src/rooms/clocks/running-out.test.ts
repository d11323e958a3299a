import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { ADA, CAI, REN, SYSTEM } from '../../testing/cast.ts';
import { at, clockIn, declaredWith, minute, ranOutAt, resolvedAt } from '../../testing/clock-past.ts';
import { given } from '../../testing/given.ts';
import type { Past } from '../../testing/history.ts';
import { INCIDENT, held } from '../../testing/incident-past.ts';
import { assigned, TASK } from '../../testing/task-past.ts';

const incidentId = INCIDENT;
const SEV1 = declaredWith(1);
const asSitrep = (minutes: number) => ({ actor: SYSTEM, now: minute(minutes) });
const progress = { incidentId, clock: 'no-progress', startedAt: minute(0), dueAt: minute(30) } as const;
const ref = { clock: 'no-progress', startedAt: minute(0) } as const;
const update = { clock: 'first-internal-update', startedAt: minute(0) } as const;

describe('a clock that is due', () => {
  it('[CLK-51] tells when it was due, and when that was noticed', () => {
    given([SEV1])
      .when('clock.run-out', { incidentId, ...update, dueAt: minute(5) }, asSitrep(7))
      .happens({ type: 'clock.ran-out', data: { ...update, dueAt: minute(5), escalates: false } })
      .leadsTo(({ clocks, timeline }) => {
        expect(clocks.ranOut[update.clock]).toEqual({ ...update, dueAt: minute(5), at: minute(7) });
        expect(clocks.escalated).toBeUndefined();
        expect(timeline.entries.at(-1)).toMatchObject({ recordedAt: minute(7), fact: { type: 'clock.ran-out' } });
      });
  });

  it('[CLK-52] escalates the incident, where it is of that kind', () => {
    given([SEV1])
      .when('clock.run-out', progress, asSitrep(30))
      .happens(
        { type: 'clock.ran-out', data: { ...ref, dueAt: minute(30), escalates: true } },
        { type: 'escalation.raised', data: { cause: ref } },
      )
      .leadsTo(({ clocks }) => expect(clocks.escalated).toEqual({ at: minute(30), by: SYSTEM.ref, cause: ref }));
  });

  it('[CLK-52] does not escalate what is escalated', () => {
    given([SEV1, at(9, { type: 'escalation.raised', data: { reason: 'many customers' } })])
      .when('clock.run-out', progress, asSitrep(30))
      .happens({ type: 'clock.ran-out', data: { ...ref, dueAt: minute(30), escalates: true } })
      .leadsTo(({ clocks }) => expect(clocks.escalated?.at).toBe(minute(9)));
  });

  it('[CLK-51] says which one of several it is', () => {
    const named = { clock: 'task', subject: TASK, startedAt: minute(5) } as const;
    given([SEV1, at(5, assigned({ dueAt: minute(15) }))])
      .when('clock.run-out', { incidentId, ...named, dueAt: minute(15) }, asSitrep(15))
      .happens({
        type: 'clock.ran-out',
        data: { ...named, label: 'T1: Check the replicas', dueAt: minute(15), escalates: false },
      });
  });

  it('[CLK-53] makes nothing happen before it is due, when it was stopped, moved or started anew', () => {
    given([SEV1]).when('clock.run-out', progress, asSitrep(29)).happens();
    given([SEV1, resolvedAt(20)])
      .when('clock.run-out', progress, asSitrep(30))
      .happens();
    given([SEV1])
      .when('clock.run-out', { ...progress, dueAt: minute(29) }, asSitrep(30))
      .happens();
    given([SEV1])
      .when('clock.run-out', { ...progress, startedAt: minute(1) }, asSitrep(30))
      .happens();
    given([SEV1, deferredTo(50)])
      .when('clock.run-out', progress, asSitrep(30))
      .happens();
  });

  it('[CLK-54] runs out once', () => {
    given([SEV1, ranOutAt(30, clockIn([SEV1], 'no-progress'))])
      .when('clock.run-out', progress, asSitrep(31))
      .happens();
  });

  it('[CLK-56] is nothing that people or tools may tell', () => {
    for (const { actor } of [ADA, CAI]) {
      const now = minute(30);
      given([SEV1, held('commander', CAI)])
        .when('clock.run-out', progress, { actor, now })
        .isRefused('forbidden', 'Sitrep itself');
      given([SEV1, held('commander', CAI)])
        .when('clock.call-out', { incidentId }, { actor, now })
        .isRefused('forbidden');
    }
  });

  it('[CLK-57] follows settings that have changed since', () => {
    const watchdogs = { ...DEFAULT_SETTINGS.watchdogs, noProgress: 600_000 };
    given([SEV1])
      .when(
        'clock.run-out',
        { ...progress, dueAt: minute(10) },
        {
          ...asSitrep(10),
          facts: { settings: { ...DEFAULT_SETTINGS, watchdogs } },
        },
      )
      .leadsTo(({ clocks }) => expect(clocks.ranOut['no-progress']?.dueAt).toBe(minute(10)));
  });

  it('[INC-13] is not-found for what is not declared', () => {
    given([]).when('clock.run-out', progress, asSitrep(30)).isRefused('not-found');
    given([]).when('clock.call-out', { incidentId }, asSitrep(30)).isRefused('not-found');
  });
});

const deferredTo = (minutes: number, dueAt = 30): Past =>
  at(20, {
    type: 'clock.deferred',
    data: { ...ref, dueAt: minute(dueAt), until: minute(minutes), reason: 'a restart takes that long' },
    by: CAI.actor.ref,
  });

describe('deferring', () => {
  const LED = [SEV1, at(1, held('commander', CAI)), at(2, held('deputy', REN))];
  const LATE = [...LED, ranOutAt(30, clockIn(LED, 'no-progress'))];
  const reason = 'a restart takes that long';
  const defer = { incidentId, ...ref, reason } as const;
  const asCai = (minutes: number) => ({ actor: CAI.actor, now: minute(minutes) });
  const deferred = (until: number) => ({
    type: 'clock.deferred' as const,
    data: { ...ref, dueAt: minute(30), until: minute(until), reason },
  });

  it('[CLK-60] gives so much more time after it is due', () => {
    given(LED)
      .when('clock.defer', { ...defer, forMs: 600_000 }, asCai(20))
      .happens(deferred(40))
      .leadsTo(({ clocks }) =>
        expect(clocks.deferred['no-progress']).toMatchObject({ until: minute(40), by: CAI.actor.ref, at: minute(20) }),
      );
    given(LED)
      .when('clock.defer', { ...defer, forMs: 600_000 }, { actor: REN.actor, now: minute(20) })
      .happens(deferred(40));
  });

  it('[CLK-60] from now, where it is overdue', () => {
    given(LATE)
      .when('clock.defer', { ...defer, forMs: 600_000 }, asCai(33))
      .happens(deferred(43));
  });

  it('[CLK-60] or until a moment', () => {
    given(LED)
      .when('clock.defer', { ...defer, until: minute(45) }, asCai(20))
      .happens(deferred(45));
  });

  it('[CLK-60] is for commander and deputy, with a reason', () => {
    for (const { actor } of [ADA]) {
      given(LED)
        .when('clock.defer', { ...defer, forMs: 600_000 }, { actor })
        .isRefused('forbidden', 'commander or deputy');
    }
    given(LED)
      .when('clock.defer', { ...defer, forMs: 600_000, reason: ' ' }, asCai(20))
      .isRefused('invalid');
  });

  it('[CLK-61] takes one of both, by a day at most, and to a later moment', () => {
    given(LED).when('clock.defer', defer, asCai(20)).isRefused('invalid', 'until when');
    given(LED)
      .when('clock.defer', { ...defer, until: minute(45), forMs: 600_000 }, asCai(20))
      .isRefused('invalid');
    given(LED)
      .when('clock.defer', { ...defer, until: minute(30) }, asCai(20))
      .isRefused('invalid', 'more time');
    given(LATE)
      .when('clock.defer', { ...defer, until: minute(31) }, asCai(32))
      .isRefused('invalid', 'more time');
    given(LED)
      .when('clock.defer', { ...defer, until: minute(30 + 1_441) }, asCai(20))
      .isRefused('invalid', '24 hours');
    given(LED)
      .when('clock.defer', { ...defer, forMs: 86_400_001 }, asCai(20))
      .isRefused('invalid', '24 hours');
    given(LED)
      .when('clock.defer', { ...defer, until: minute(30 + 1_440) }, asCai(20))
      .happens(deferred(30 + 1_440));
  });

  it('[CLK-62] is a conflict for what runs no more', () => {
    const forMs = 600_000;
    given(LED)
      .when('clock.defer', { ...defer, startedAt: minute(1), forMs }, asCai(20))
      .isRefused('conflict', 'runs no more');
    given([...LED, resolvedAt(10)])
      .when('clock.defer', { ...defer, forMs }, asCai(20))
      .isRefused('conflict');
    given([])
      .when('clock.defer', { ...defer, forMs }, { actor: SYSTEM })
      .isRefused('not-found');
  });

  it('[CLK-63] lets what ran out run again, until then', () => {
    const clock = clockIn([...LATE, deferredTo(50)], 'no-progress');
    expect(clock).toMatchObject({ dueAt: minute(50), deferredUntil: minute(50), amberAt: minute(44) });
    expect(clock?.ranOut).toBeUndefined();
    given([...LATE, deferredTo(50)])
      .when('clock.run-out', { ...progress, dueAt: minute(50) }, asSitrep(50))
      .leadsTo(({ clocks }) => expect(clocks.ranOut['no-progress']?.dueAt).toBe(minute(50)));
  });

  it('[CLK-63] is forgotten when it is started anew', () => {
    const finding: Past = { type: 'timeline.entry-added', data: { entryId: TASK, kind: 'finding', text: 'pool full' } };
    const clock = clockIn([...LED, deferredTo(50), at(25, finding)], 'no-progress');
    expect(clock?.dueAt).toBe(minute(55));
    expect(clock?.deferredUntil).toBeUndefined();
  });
});
