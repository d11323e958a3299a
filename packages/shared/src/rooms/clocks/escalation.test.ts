import { describe, expect, it } from 'vitest';
import { ADA, CAI, MIA, REN, SYSTEM, VIC } from '../../testing/cast.ts';
import {
  at,
  clockIn,
  declaredWith,
  minute,
  published,
  ranOutAt,
  resolvedAt,
  roomOf,
} from '../../testing/clock-past.ts';
import { given } from '../../testing/given.ts';
import type { Past } from '../../testing/history.ts';
import { INCIDENT, held, incidentAt } from '../../testing/incident-past.ts';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { nextCallOutAt } from './call-outs.ts';

const incidentId = INCIDENT;
const LED = [declaredWith(1), at(1, held('commander', CAI))];
const first = { clock: 'first-internal-update', startedAt: minute(0), dueAt: minute(5) } as const;
/** The first internal update is overdue since minute 5. */
const LATE = [...LED, ...published('external', 2), ranOutAt(5, clockIn(LED, 'first-internal-update'))];
const asSitrep = (minutes: number) => ({ actor: SYSTEM, now: minute(minutes) });
const asCai = (minutes: number) => ({ actor: CAI.actor, now: minute(minutes) });
const told = (minutes: number, news = false): Past =>
  at(minutes, { type: 'clock.called-out', data: { timers: [first], news }, by: SYSTEM.ref });
const ESCALATED: Past = { type: 'escalation.raised', data: { reason: 'many customers' }, by: REN.actor.ref };
const stoodDown = (minutes: number): Past =>
  at(minutes, { type: 'escalation.ended', data: { reason: 'help is here' } });
const nextIn = (past: readonly Past[]) => nextCallOutAt(roomOf(past), DEFAULT_SETTINGS);

describe('calling out', () => {
  it('[CLK-70] tells what is unattended, ten minutes after it ran out and every ten minutes from then on', () => {
    given(LATE).when('clock.call-out', { incidentId }, asSitrep(14)).happens();
    given(LATE)
      .when('clock.call-out', { incidentId }, asSitrep(15))
      .happens({ type: 'clock.called-out', data: { timers: [first], news: true } })
      .leadsTo(({ clocks }) => expect(clocks.calledOut?.at).toBe(minute(15)));
    given([...LATE, told(15)])
      .when('clock.call-out', { incidentId }, asSitrep(24))
      .happens();
    given([...LATE, told(15)])
      .when('clock.call-out', { incidentId }, asSitrep(25))
      .happens({ type: 'clock.called-out', data: { timers: [first], news: false } });
    expect([nextIn(LED), nextIn(LATE), nextIn([...LATE, told(15)])]).toEqual([undefined, minute(15), minute(25)]);
  });

  it('[CLK-70] is one entry for as long as it is the same', () => {
    const entries = (past: readonly Past[]) =>
      roomOf(past).timeline.entries.flatMap((entry) =>
        entry.origin === 'recorded' && entry.fact.type === 'clock.called-out' ? [entry.more] : [],
      );
    expect(entries([...LATE, told(15, true), told(25), told(35)])).toEqual([2]);
    const others: Past = at(45, {
      type: 'clock.called-out',
      data: { timers: [first, { ...first, clock: 'first-public-update' }], news: true },
      by: SYSTEM.ref,
    });
    expect(entries([...LATE, told(15, true), told(25), others, told(55, true)])).toEqual([1, 0, 0]);
  });

  it('[CLK-75] falls silent a day after the last of them ran out', () => {
    const lastDay = minute(5 + 24 * 60);
    const toldAt = (moment: number) => [...LATE, told((moment - minute(0)) / 60_000)];
    expect(nextIn(toldAt(lastDay - 600_000))).toBe(lastDay);
    expect(nextIn(toldAt(lastDay))).toBeUndefined();
    given(toldAt(lastDay))
      .when('clock.call-out', { incidentId }, { actor: SYSTEM, now: lastDay + 3_600_000 })
      .happens();
  });

  it('[CLK-71] does not tell what was stopped, deferred, or resolved with the incident', () => {
    const { dueAt } = first;
    const deferred: Past = {
      type: 'clock.deferred',
      data: { clock: first.clock, startedAt: first.startedAt, dueAt, until: minute(40), reason: 'soon' },
    };
    for (const done of [published('internal', 8), [at(8, deferred)], [resolvedAt(8)]]) {
      given([...LATE, ...done])
        .when('clock.call-out', { incidentId }, asSitrep(15))
        .happens();
      expect(nextIn([...LATE, ...done])).toBeUndefined();
    }
  });

  it('[CLK-71] does not tell what escalated and was stood down since', () => {
    const lead = [...LED, ...published('external', 2), ...published('internal', 4)];
    const stuck = [...lead, ranOutAt(30, clockIn(lead, 'no-progress')), at(30, ESCALATED)];
    expect(nextIn(stuck)).toBe(minute(40));
    expect(nextIn([...stuck, stoodDown(33)])).toBeUndefined();
  });

  it('[CLK-32] does not tell of long command', () => {
    const calm = declaredWith(4);
    const led = [calm, at(1, held('commander', CAI))];
    expect(nextIn([...led, ranOutAt(241, clockIn(led, 'long-command'))])).toBeUndefined();
  });
});

describe('escalating', () => {
  const raise = { incidentId, reason: 'many customers' };

  it('[CLK-72] is for managers and responders, with a reason', () => {
    given(LED)
      .when('escalation.raise', raise, { actor: MIA.actor, now: minute(9) })
      .happens({ type: 'escalation.raised', data: { reason: 'many customers' } })
      .leadsTo(({ clocks }) =>
        expect(clocks.escalated).toEqual({ at: minute(9), by: MIA.actor.ref, reason: 'many customers' }),
      );
    given(LED).when('escalation.raise', raise, { actor: VIC.actor }).isRefused('forbidden');
    given(LED)
      .when('escalation.raise', { ...raise, reason: '' })
      .isRefused('invalid');
  });

  it('[CLK-72] is a conflict where it is escalated, resolved, closed or not declared', () => {
    given([...LED, ESCALATED])
      .when('escalation.raise', raise)
      .isRefused('conflict', 'escalated already');
    given([...LED, resolvedAt(9)])
      .when('escalation.raise', raise)
      .isRefused('conflict', 'Reopen it');
    given(incidentAt('closed')).when('escalation.raise', raise).isRefused('conflict', 'closed');
    given([]).when('escalation.raise', raise).isRefused('not-found');
  });

  it('[CLK-73] is stood down by commander or deputy, with a reason', () => {
    const end = { incidentId, reason: 'help is here' };
    given([...LED, ESCALATED])
      .when('escalation.end', end, asCai(20))
      .happens({ type: 'escalation.ended', data: { reason: 'help is here' } })
      .leadsTo(({ clocks }) => {
        expect(clocks.escalated).toBeUndefined();
        expect(clocks.stoodDownAt).toBe(minute(20));
      });
    given(LED).when('escalation.end', end, asCai(20)).happens();
    given([...LED, ESCALATED])
      .when('escalation.end', end, { actor: ADA.actor })
      .isRefused('forbidden');
    given([...LED, ESCALATED])
      .when('escalation.end', { ...end, reason: ' ' }, asCai(20))
      .isRefused('invalid');
  });

  it('[CLK-74] comes again with what runs out after it', () => {
    const past = [...LED, at(9, ESCALATED), stoodDown(12)];
    given(past)
      .when(
        'clock.run-out',
        { incidentId, clock: 'no-progress', startedAt: minute(0), dueAt: minute(30) },
        asSitrep(30),
      )
      .leadsTo(({ clocks }) => expect(clocks.escalated?.cause?.clock).toBe('no-progress'));
    const late = [...past, ranOutAt(30, clockIn(past, 'no-progress')), stoodDown(33)];
    given(late)
      .when(
        'clock.run-out',
        { incidentId, clock: 'no-progress', startedAt: minute(0), dueAt: minute(30) },
        asSitrep(40),
      )
      .happens();
  });
});
