import { describe, expect, it } from 'vitest';
import type { Recorded } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { ADA, CAI, REN, ROZ, testId } from '../testing/cast.ts';
import { foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, held, moved } from '../testing/incident-past.ts';
import type { Room, RoomEvent } from './room.ts';
import { hasNews, MOST_TOLD, whatChanged } from './what-changed.ts';

const stream = `incident/${INCIDENT}` as const;

/** Between the past that was seen and what happened since. */
const between = (seen: readonly Past[], since: readonly Past[], reader?: UserId) => {
  const events = recordedIn(stream, [...seen, ...since]) as readonly Recorded<RoomEvent>[];
  const room = foldFrozen(stream, events) as Room;
  return whatChanged(room, seen.length, events.slice(seen.length), reader);
};

const severity = (from: 1 | 2 | 3 | 4, to: 1 | 2 | 3 | 4): Past => ({
  type: 'incident.severity-changed',
  data: { from, to },
});
const service = (kind: 'added' | 'removed', name: string): Past => ({
  type: `incident.service-${kind}`,
  data: { service: name },
});
const decision = (n: number): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId(0x100 + n), kind: 'decision', text: `decision ${n}` },
});

describe('what changed since', () => {
  it('is nothing where nothing happened', () => {
    const changed = between([DECLARED], []);
    expect(hasNews(changed)).toBe(false);
    expect(changed).toMatchObject({ since: 1, until: 1, entries: 0 });
  });

  it('[SINCE-1] tells the first and the last value, and no going there and back', () => {
    expect(between([DECLARED], [severity(2, 1), severity(1, 3)])).toMatchObject({ severity: { from: 2, to: 3 } });
    expect(between([DECLARED], [severity(2, 1), severity(1, 2)])).not.toHaveProperty('severity');
    const closed: Past = {
      type: 'incident.closed',
      data: { from: 'resolved', closure: { kind: 'completed', reason: 'done' } },
    };
    expect(between([DECLARED], [moved('detected', 'resolved'), closed])).toMatchObject({
      status: { from: 'detected', to: 'closed' },
    });
    expect(
      between(
        [DECLARED, moved('detected', 'resolved')],
        [{ type: 'incident.reopened', data: { from: 'resolved', reason: 'x' } }],
      ),
    ).toMatchObject({ status: { from: 'resolved', to: 'investigating' } });
  });

  it('[SINCE-2] tells each role once', () => {
    const handedOver: Past = {
      type: 'incident.role-changed',
      data: { role: 'commander', from: REN.id, to: CAI.id, move: 'handed-over' },
    };
    const { roles } = between([DECLARED], [held('commander', REN), handedOver, held('scribe', ROZ)]);
    expect(roles).toEqual([
      { role: 'commander', to: CAI.id },
      { role: 'scribe', to: ROZ.id },
    ]);
    const released: Past = { type: 'incident.role-changed', data: { role: 'scribe', from: ROZ.id, move: 'released' } };
    expect(between([DECLARED], [held('scribe', ROZ), released]).roles).toEqual([]);
  });

  it('[SINCE-3] nets services', () => {
    const changed = between(
      [DECLARED, service('added', 'api')],
      [service('added', 'web'), service('removed', 'web'), service('added', 'db'), service('removed', 'api')],
    );
    expect(changed).toMatchObject({ servicesAdded: ['db'], servicesRemoved: ['api'] });
  });

  it('[SINCE-4] tells standing decisions and pins, newest first, few of many', () => {
    const many = Array.from({ length: MOST_TOLD + 2 }, (_, n) => decision(n));
    const gone: Past = { type: 'timeline.entry-retracted', data: { entryId: testId(0x100 + MOST_TOLD + 1) } };
    const changed = between([DECLARED], [...many, gone]);
    expect(changed.decisions.map(({ text }) => text)).toEqual([3, 2, 1].map((n) => `decision ${n}`));
    expect(changed).toMatchObject({ decisionCount: MOST_TOLD + 1, entries: MOST_TOLD + 2 });

    const pinned = (n: number): Past => ({ type: 'timeline.entry-pinned', data: { entryId: testId(0x100 + n) } });
    const unpinned: Past = { type: 'timeline.entry-unpinned', data: { entryId: testId(0x101) } };
    const pins = between(
      [DECLARED, decision(0), decision(1), decision(2), pinned(2)],
      [pinned(0), pinned(1), unpinned],
    );
    expect(pins.pinned.map(({ id }) => id)).toEqual([testId(0x100)]);
    expect(pins.pinnedCount).toBe(1);
    // Made and pinned since: told once.
    expect(between([DECLARED], [decision(0), pinned(0)])).toMatchObject({
      decisionCount: 1,
      pinned: [],
      pinnedCount: 0,
    });
  });

  it('[SINCE-8] tells nobody what they did themselves', () => {
    const by = (past: Past, who: typeof ADA): Past => ({ ...past, by: who.actor.ref });
    const pin: Past = { type: 'timeline.entry-pinned', data: { entryId: testId(0x100) } };
    const acts = [decision(1), pin, severity(2, 1), service('added', 'search'), held('commander', CAI)];
    const own = acts.map((act) => by(act, REN));
    const seen = [DECLARED, by(decision(0), ADA)];
    const changed = between(seen, own, REN.id);
    expect(hasNews({ ...changed, newPeople: [] })).toBe(false);
    expect(changed.entries).toBe(0);
    expect(between(seen, own, ADA.id)).toMatchObject({ decisionCount: 1, pinnedCount: 1, severity: { to: 1 } });
    // Set by somebody else and then by themselves: they know what it is.
    const both = [by(severity(2, 1), ADA), by(severity(1, 3), REN)];
    expect(between(seen, both, REN.id)).not.toHaveProperty('severity');
    expect(between(seen, both, ADA.id)).toMatchObject({ severity: { from: 2, to: 3 } });
  });

  it('[SINCE-5] tells who is new', () => {
    const by = (past: Past, who: typeof ADA): Past => ({ ...past, by: who.actor.ref });
    const changed = between(
      [DECLARED, by(decision(0), REN)],
      [by(decision(1), REN), by(decision(2), ADA), by(decision(3), ROZ), by(held('commander', CAI), ROZ)],
    );
    expect(changed.newPeople).toEqual([ROZ.id, CAI.id]);
    const helds = [DECLARED, by(held('commander', CAI), ADA)];
    expect(between(helds, [by(decision(1), CAI)]).newPeople).toEqual([]);
  });
});
