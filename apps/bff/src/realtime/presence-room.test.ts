import { describe, expect, it } from 'vitest';
import type { EntryId, IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { PresenceAnswer, PresenceChange, PresentPerson } from '@sitrep/shared/protocol/presence';
import { ManualClock } from '../adapters/manual-clock.ts';
import { PRESENT_AT_MOST, PresenceRoom, TOLD_AT_ONCE } from './presence-room.ts';

const START = 1_700_000_000_000;
const ENTRY = '00000000-0000-4000-8000-0000000000e1' as EntryId;
const user = (name: string | number): UserId => `user-${name}` as UserId;
const [ana, ben] = [user('ana'), user('ben')];

const setUp = () => {
  const clock = new ManualClock(START);
  const frames: string[] = [];
  const room = new PresenceRoom('room' as IncidentId, clock, ({ json }) => void frames.push(json));
  const told = (): PresenceChange[] => frames.splice(0).map((json) => JSON.parse(json) as PresenceChange);
  const answer = () => JSON.parse(room.answer().json) as Extract<PresenceAnswer, { outcome: 'joined' }>;
  const report = (id: UserId, tab: string, doing: PresentPerson['doing'], entryId?: EntryId) => {
    room.report(id, tab, { doing, entryId });
    room.push();
  };
  const leave = (id: UserId, tab: string) => {
    room.leave(id, tab);
    room.push();
  };
  return { clock, room, told, answer, report, leave };
};

describe('somebody with several tabs', () => {
  it('[PRES-2] is there once, since the first came, and does what the busiest does', () => {
    const { clock, answer, report, leave } = setUp();
    report(ana, 'a', 'idle');
    clock.advance(5_000);
    report(ana, 'b', 'viewing');
    expect(answer().people).toEqual([{ id: ana, doing: 'viewing', since: START }]);
    clock.advance(1_000);
    report(ana, 'a', 'editing', ENTRY);
    report(ana, 'b', 'typing');
    clock.advance(1_000);
    expect(answer().people).toEqual([{ id: ana, doing: 'editing', entryId: ENTRY, since: START }]);
    leave(ana, 'a');
    clock.advance(1_000);
    expect(answer().people).toEqual([{ id: ana, doing: 'typing', since: START + 5_000 }]);
    leave(ana, 'b');
    clock.advance(1_000);
    expect(answer().people).toEqual([]);
  });

  it('[PRES-2] tells nothing new where the busiest stays the same', () => {
    const { clock, told, report } = setUp();
    report(ana, 'a', 'typing');
    clock.advance(2_000);
    expect(told()).toHaveLength(1);
    report(ana, 'b', 'viewing');
    report(ana, 'a', 'typing');
    clock.advance(2_000);
    expect(told()).toEqual([]);
  });

  it('[PRES-2] names an entry for editing alone', () => {
    const { answer, report } = setUp();
    report(ana, 'a', 'viewing', ENTRY);
    expect(answer().people).toEqual([{ id: ana, doing: 'viewing', since: START }]);
  });
});

describe('typing', () => {
  it.each(['typing', 'editing'] as const)('[PRES-3] %s ends ten seconds after the last report of it', (doing) => {
    const { clock, told, report } = setUp();
    report(ana, 'a', doing);
    clock.advance(6_000);
    report(ben, 'b', doing);
    report(ana, 'a', doing);
    clock.advance(9_000);
    expect(told().flatMap(({ changed }) => changed.map((person) => person.doing))).toEqual([doing, doing]);
    clock.advance(2_000);
    const fallen = told().flatMap(({ changed }) => changed.map((person) => `${person.id}: ${person.doing}`));
    expect(new Set(fallen)).toEqual(new Set([`${ana}: viewing`, `${ben}: viewing`]));
  });
});

describe('what is told', () => {
  it('[PRES-4] goes out at once, then once at the end of each second, each step following the last', () => {
    const { clock, told, report, leave } = setUp();
    report(ana, 'a', 'viewing');
    expect(told()).toEqual([
      { incidentId: 'room', prev: 0, step: 1, changed: [{ id: ana, doing: 'viewing', since: START }], gone: [] },
    ]);
    clock.advance(400);
    report(ana, 'a', 'typing');
    report(ben, 'b', 'viewing');
    clock.advance(300);
    report(ana, 'a', 'viewing');
    leave(ben, 'b');
    clock.advance(299);
    expect(told()).toEqual([]);
    clock.advance(1);
    expect(told()).toEqual([
      { incidentId: 'room', prev: 1, step: 2, changed: [{ id: ana, doing: 'viewing', since: START }], gone: [ben] },
    ]);
    clock.advance(60_000);
    expect(told()).toEqual([]);
  });

  it('[PRES-4] is serialised once for all who join within one step', () => {
    const { room, report } = setUp();
    report(ana, 'a', 'viewing');
    const first = room.answer();
    report(ben, 'b', 'viewing');
    expect(room.answer()).toBe(first);
  });

  it('[PRES-5] brings whoever joined at any moment to the same people', () => {
    const { clock, told, answer, report, leave } = setUp();
    const doings = ['viewing', 'typing', 'idle', 'editing'] as const;
    let step = 0;
    const held: { step: number; people: Map<UserId, PresentPerson> }[] = [];
    const hear = () => {
      for (const change of told()) {
        expect(change.prev).toBe(step);
        ({ step } = change);
        for (const replica of held.filter((other) => other.step === change.prev)) {
          replica.step = change.step;
          for (const id of change.gone) replica.people.delete(id);
          for (const person of change.changed) replica.people.set(person.id, person);
        }
      }
    };
    for (let turn = 0; turn < 400; turn += 1) {
      const id = user(turn % 17);
      if (turn % 5 === 4) leave(id, `tab-${turn % 3}`);
      else report(id, `tab-${turn % 3}`, doings[turn % 4] ?? 'idle');
      if (turn % 20 === 0) {
        const joined = answer();
        held.push({ step: joined.step, people: new Map(joined.people.map((person) => [person.id, person])) });
      }
      clock.advance((turn * 37) % 260);
      hear();
    }
    clock.advance(60_000);
    hear();
    expect(held.map((replica) => replica.step)).toEqual(held.map(() => step));
    const byId = (people: Iterable<PresentPerson>) => [...people].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const now = byId(answer().people);
    expect(now.length).toBeGreaterThan(0);
    for (const { people } of held) expect(byId(people.values())).toEqual(now);
  });

  it('[PRES-8] names five hundred at most, those who did something last, and two hundred together', () => {
    const { clock, told, answer, report } = setUp();
    report(ana, 'a', 'viewing');
    for (let n = 0; n < PRESENT_AT_MOST; n += 1) report(user(n), 'tab', 'viewing');
    expect(answer().people).toHaveLength(PRESENT_AT_MOST);
    expect(answer().people.map(({ id }) => id)).not.toContain(ana);
    clock.advance(1_000);
    expect(told().map(({ changed, gone }) => changed.length + gone.length)).toEqual([1, TOLD_AT_ONCE]);
    clock.advance(2_000);
    const sizes = told().map(({ changed, gone }) => changed.length + gone.length);
    expect(sizes).toEqual([TOLD_AT_ONCE, PRESENT_AT_MOST + 1 - 2 * TOLD_AT_ONCE]);
    report(ana, 'a', 'typing');
    clock.advance(1_000);
    expect(answer().people).toHaveLength(PRESENT_AT_MOST);
    expect(answer().people.at(-1)).toMatchObject({ id: ana, doing: 'typing' });
    expect(told().at(-1)).toMatchObject({ changed: [{ id: ana }], gone: [user(0)] });
  });

  it('[PRES-6] ends when the room is closed', () => {
    const { clock, room, told, report } = setUp();
    report(ana, 'a', 'typing');
    report(ben, 'b', 'viewing');
    room.close();
    told();
    clock.advance(60_000);
    expect(told()).toEqual([]);
  });
});
