import { clocksOf } from '@sitrep/shared/rooms/clocks/clocks-of';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { CAI } from '@sitrep/shared/testing/cast';
import { at, clockIn, declaredWith, minute, published, resolvedAt, roomOf } from '@sitrep/shared/testing/clock-past';
import type { Past } from '@sitrep/shared/testing/history';
import { held } from '@sitrep/shared/testing/incident-past';
import { describe, expect, it } from 'vitest';
import { isPressing } from '../../widgets/due.ts';
import { audienceOf, deferredTo, idOf, keyOf, nextOf } from './clocks-view.ts';

const LED = [declaredWith(1), at(1, held('commander', CAI))];
const nextIn = (past: readonly Past[]) => {
  const next = nextOf(clocksOf(roomOf(past), DEFAULT_SETTINGS));
  return next && [next.kind, next.clock.clock];
};
const clockNamed = (name: Parameters<typeof clockIn>[1], past: readonly Past[] = LED) => {
  const clock = clockIn(past, name);
  if (clock === undefined) throw new Error(`${name} does not run.`);
  return clock;
};

describe('[CLK-81] what the header tells', () => {
  it('is the next update, whatever is due before', () => {
    expect(nextIn(LED)).toEqual(['update', 'first-internal-update']);
    expect(nextIn([...LED, ...published('internal', 29), ...published('external', 28)])).toEqual([
      'update',
      'public-update',
    ]);
  });

  it('says whom the word is for', () => {
    expect(audienceOf(clockNamed('first-internal-update'))).toBe('internal');
    expect(audienceOf(clockNamed('first-public-update'))).toBe('external');
  });

  it('is what is due first where no update is', () => {
    expect(nextIn([declaredWith(4)])).toEqual(['other', 'acknowledge']);
    expect(nextIn([...LED, resolvedAt(9)])).toEqual(['postmortem', 'postmortem-scheduled']);
    expect(nextIn([])).toBeUndefined();
  });
});

describe('a clock on screen', () => {
  it('is another one once it has started anew', () => {
    const before = clockNamed('first-internal-update');
    const after = clockNamed('internal-update', [...LED, ...published('internal', 3)]);
    expect(idOf(before)).not.toBe(idOf(after));
  });

  it('[CLK-82] leads to where it is attended to', () => {
    expect(keyOf(clockNamed('first-public-update'))).toBe('write-public-update');
    expect(keyOf(clockNamed('no-progress'))).toBe('show-clocks');
  });

  it('[CLK-83] is pressing in its last hour, and from then on', () => {
    const clock = clockNamed('long-command');
    expect([minute(180), minute(181), minute(300)].map((now) => isPressing(clock, now))).toEqual([false, true, true]);
  });

  it('[CLK-60] is deferred from when it is due, or from now', () => {
    expect(deferredTo(clockNamed('no-progress'), 10, minute(20))).toBe(minute(40));
    expect(deferredTo(clockNamed('no-progress'), 10, minute(33))).toBe(minute(43));
  });
});
