import type { Incident } from '@sitrep/shared/incidents/state';
import { CAI } from '@sitrep/shared/testing/cast';
import { at, declaredWith, minute, published, roomOf } from '@sitrep/shared/testing/clock-past';
import { held } from '@sitrep/shared/testing/incident-past';
import { assigned, TASK } from '@sitrep/shared/testing/task-past';
import type { Past } from '@sitrep/shared/testing/history';
import { describe, expect, it } from 'vitest';
import type { QuickContext } from './area.ts';
import { clocksArea } from './clocks.ts';

const LED = [declaredWith(1), at(1, held('commander', CAI))];

const contextOf = (past: readonly Past[]): QuickContext => {
  const { incident, timeline: _timeline, ...parts } = roomOf(past);
  return { now: minute(9) + 0.4, incident: incident as Incident, parts, me: CAI.id, personOf: () => undefined };
};
const parse = (name: 'ack' | 'defer' | 'escalate' | 'standdown', rest: string, past: readonly Past[] = LED) =>
  clocksArea.parse(name, rest, contextOf(past));
const usage = (command: string) => ({ does: 'explain', problem: { code: 'usage', command } });

describe('[CLK-80] clocks in the quick line', () => {
  it('/ack acknowledges now, once', () => {
    expect(parse('ack', '', [declaredWith(1)])).toMatchObject({
      type: 'incident.set-milestone',
      command: { milestone: 'acknowledged', at: minute(9) },
    });
    expect(parse('ack', '')).toEqual(usage('ack'));
    expect(parse('ack', 'now', [declaredWith(1)])).toEqual(usage('ack'));
  });

  it('/defer gives the one that is due first more time', () => {
    expect(parse('defer', '20m a restart takes that long')).toEqual({
      does: 'send',
      type: 'clock.defer',
      command: {
        clock: 'first-internal-update',
        startedAt: minute(0),
        forMs: 1_200_000,
        reason: 'a restart takes that long',
      },
      says: 'defer',
      values: { clock: 'first_internal_update', label: '', minutes: 20 },
    });
    const told = [...LED, ...published('internal', 3), ...published('external', 3)];
    expect(parse('defer', '1h busy', [...told, at(4, assigned({ dueAt: minute(6) }))])).toMatchObject({
      command: { clock: 'task', subject: TASK, startedAt: minute(4) },
      values: { label: 'T1: Check the replicas', minutes: 60 },
    });
  });

  it.each(['', '20m', 'soon busy', '20 busy'])('/defer %s says how it is written', (rest) => {
    expect(parse('defer', rest)).toEqual(usage('defer'));
  });

  it('/escalate and /standdown take a reason', () => {
    expect(parse('escalate', 'many customers')).toMatchObject({
      type: 'escalation.raise',
      command: { reason: 'many customers' },
    });
    expect(parse('standdown', 'help is here')).toMatchObject({
      type: 'escalation.end',
      command: { reason: 'help is here' },
    });
    expect([parse('escalate', ''), parse('standdown', '')]).toEqual([usage('escalate'), usage('standdown')]);
  });
});
