import type { Recorded } from '@sitrep/shared/kernel/event';
import type { RoomSnapshot, TimelinePage } from '@sitrep/shared/protocol/http';
import type { EventsUpdate } from '@sitrep/shared/protocol/socket';
import { partsOf, roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import { fold } from '@sitrep/shared/kernel/decider';
import { testId } from '@sitrep/shared/testing/cast';
import { recordedIn, type Past } from '@sitrep/shared/testing/history';
import { describe, expect, it } from 'vitest';
import { OutdatedError } from './outdated.ts';
import { hasOlder, roomFold, withOlderPage, type RoomState } from './room-fold.ts';

const STREAM = `incident/${testId(1)}` as const;
const TOPIC = STREAM;

const declared: Past = {
  type: 'incident.declared',
  data: {
    key: 'INC-2026-0001',
    title: 'Checkout fails',
    summary: '',
    severity: 2,
    services: [],
    detection: 'monitoring',
    private: false,
  },
};
const note = (n: number): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId(n), kind: 'note', text: `note ${n}` },
});
const pin = (n: number): Past => ({ type: 'timeline.entry-pinned', data: { entryId: testId(n) } });
const alerts = (group: string, n: number, news: boolean): Past => ({
  type: 'incident.alerts-joined',
  data: { group, alerts: [{ alertId: testId(n), title: 'Disk full' }], again: [], news },
});

const history = (...past: Past[]) => recordedIn(STREAM, past) as readonly Recorded<RoomEvent>[];

const whole = (events: readonly Recorded<RoomEvent>[]): Room => fold(roomAggregate, events);

const snapshotOf = (events: readonly Recorded<RoomEvent>[], window: number): RoomSnapshot => {
  const room = whole(events);
  const { incident, timeline } = room;
  const position = events.at(-1)?.position ?? 0;
  const entries = timeline.entries.slice(-window);
  return { topic: TOPIC, position, incident, parts: partsOf(room), entries, total: timeline.total };
};

const updateOf = (events: readonly Recorded<RoomEvent>[]): EventsUpdate => ({
  topic: TOPIC,
  prev: (events[0]?.position ?? 1) - 1,
  position: events.at(-1)?.position ?? 0,
  events,
});

const pageOf = (events: readonly Recorded<RoomEvent>[], before: number, limit = 2): TimelinePage => {
  const older = whole(events).timeline.entries.filter(({ version }) => version < before);
  const items = older.slice(-limit);
  const position = events.at(-1)?.position ?? 0;
  return { items, position, ...(items.length < older.length ? { next: String(items[0]?.version) } : {}) };
};

/** A room that knows of the first `known` events through a snapshot, and of the rest by hearing of them. */
const roomAt = (events: readonly Recorded<RoomEvent>[], known: number, window: number) => {
  const snapshot = roomFold.fromSnapshot(snapshotOf(events.slice(0, known), window), undefined);
  const rest = events.slice(known);
  const state = rest.length === 0 ? snapshot : roomFold.apply(snapshot, updateOf(rest));
  return { snapshot, state };
};

describe('the fold of a room', () => {
  it('[LIVE-1] equals the fold of everything, where the window holds everything', () => {
    const events = history(declared, note(10), note(11), pin(10), alerts('disk', 20, true), alerts('disk', 21, false));
    const { state } = roomAt(events, 2, 100);
    expect(state.room).toEqual(whole(events));
    expect(hasOlder(state)).toBe(false);
  });

  it('[LIVE-5] keeps what a new snapshot did not change the same objects', () => {
    const events = history(declared, note(10), note(11), pin(11));
    const { state } = roomAt(events.slice(0, 3), 3, 100);
    const next = roomFold.fromSnapshot(snapshotOf(events, 100), state);
    const before = state.room.timeline.entries ?? [];
    expect(next.room.timeline.entries.map((entry, index) => entry === before[index])).toEqual([true, true, false]);
    expect(next.room.incident).toBe(state.room.incident);
  });

  it('[LIVE-9] knows no event that this page does not know', () => {
    const events = history(declared, note(10));
    const { snapshot } = roomAt(events, 2, 100);
    const [unknown] = history({ type: 'incident.teleported', data: {} } as never);
    const newer = { ...events[1], position: 3, schema: 99 } as Recorded<RoomEvent>;
    expect(() => roomFold.apply(snapshot, updateOf([unknown as never]))).toThrow(OutdatedError);
    expect(() => roomFold.apply(snapshot, updateOf([newer]))).toThrow(OutdatedError);
  });
});

describe('alerts of a group', () => {
  it('[LIVE-13] that began before the window make no entry, those of a new one do', () => {
    const past = [declared, alerts('disk', 20, true), note(10), note(11)];
    const events = history(...past, alerts('disk', 21, false), alerts('cpu', 30, true), alerts('cpu', 31, false));
    const { state } = roomAt(events, 4, 2);
    const all = whole(events);
    expect(state.room.incident).toEqual(all.incident);
    expect(state.room.timeline).toEqual({ entries: all.timeline.entries.slice(-3), total: all.timeline.total });
  });
});

describe('older pages', () => {
  const past = [declared, note(10), note(11), note(12), note(13), note(14)];

  it('[LIVE-10] go before the window until there is nothing older', () => {
    const events = history(...past);
    const { state } = roomAt(events, 6, 2);
    let room = state;
    while (hasOlder(room)) {
      const before = room.room.timeline.entries[0]?.version ?? 0;
      room = withOlderPage(room, before, pageOf(events, before)) as RoomState;
    }
    expect(room.room).toEqual(whole(events));
  });

  it('[LIVE-11] take part in what happened after they were read', () => {
    const events = history(...past, pin(11), pin(12), note(15));
    const { state } = roomAt(events, 6, 2);
    for (const readAt of [6, 7, 8, 9]) {
      const merged = withOlderPage(state, 5, pageOf(events.slice(0, readAt), 5));
      expect(merged?.room.timeline.entries).toEqual(whole(events).timeline.entries.slice(-5));
    }
  });

  it('[LIVE-11] [LIVE-13] count alerts of their groups that came meanwhile, and only theirs', () => {
    const before = [declared, alerts('disk', 20, true), note(10), note(11), alerts('disk', 21, false)];
    const events = history(...before, alerts('disk', 22, false), alerts('disk', 23, true), alerts('disk', 24, false));
    const { state } = roomAt(events, 4, 2);
    for (const readAt of [4, 5, 6, 7, 8]) {
      const merged = withOlderPage(state, 3, pageOf(events.slice(0, readAt), 3));
      expect(merged?.room).toEqual(whole(events));
    }
  });

  it('[LIVE-12] are refused where they were read before anything known, or do not end at the window', () => {
    const events = history(...past);
    const { state } = roomAt(events, 6, 2);
    expect(withOlderPage(state, 5, pageOf(events.slice(0, 5), 5))).toBeUndefined();
    expect(withOlderPage(state, 4, pageOf(events, 4))).toBeUndefined();
  });
});
