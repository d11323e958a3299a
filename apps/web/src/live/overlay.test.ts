import { userActor } from '@sitrep/shared/kernel/actor';
import { fold } from '@sitrep/shared/kernel/decider';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { parseCommand } from '@sitrep/shared/protocol/decide-command';
import { roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import { CAST, REN, factsAbout, testId } from '@sitrep/shared/testing/cast';
import { T0, recordedIn, type Past } from '@sitrep/shared/testing/history';
import { describe, expect, it } from 'vitest';
import type { OutboxEntry, Progress } from './outbox-item.ts';
import { withOverlay, type OverlayContext } from './overlay.ts';

const INCIDENT = testId(1);
const context: OverlayContext = { actor: REN.actor, facts: factsAbout(CAST), isLive: true };

const roomOf = (...past: Past[]): Room =>
  fold(roomAggregate, recordedIn(`incident/${INCIDENT}`, past) as readonly Recorded<RoomEvent>[]);

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
const note = (n: number, text = `note ${n}`): Past => ({
  type: 'timeline.entry-added',
  by: REN.actor.ref,
  data: { entryId: testId(n), kind: 'note', text },
});
const closed: Past = {
  type: 'incident.closed',
  data: { from: 'resolved', closure: { kind: 'completed', reason: 'over' } },
};

const REFUSED: Progress = { step: 'refused', problem: { code: 'conflict', detail: 'No.' } };

let count = 0;
const waiting = (type: CommandType, fields: object, progress: Progress = { step: 'waiting' }): OutboxEntry => {
  count += 1;
  return {
    type,
    progress,
    commandId: `command-${count}`,
    command: parseCommand(type, { incidentId: INCIDENT, ...fields }),
    userId: REN.id,
    protocol: 1,
    writtenAt: T0 + 500_000,
  };
};
const add = (n: number, progress?: Progress) =>
  waiting('timeline.add-entry', { entryId: testId(n), text: `note ${n}` }, progress);
const edit = (n: number, baseRevision: number, text: string, progress?: Progress) =>
  waiting('timeline.edit-entry', { entryId: testId(n), baseRevision, text }, progress);

const shown = (room: Room, items: readonly OutboxEntry[], with_: OverlayContext = context) =>
  withOverlay(room, items, with_).entries.flatMap((entry) =>
    entry.origin === 'written' ? [[entry.text, entry.delivery ?? 'accepted', entry.keptText]] : [],
  );

describe('the overlay', () => {
  it('[LIVE-20] is nothing where nothing waits', () => {
    const room = roomOf(declared, note(10));
    expect(withOverlay(room, [], context).entries).toBe(room.timeline.entries);
  });

  it('[LIVE-20] shows what will be, one command on top of the other', () => {
    const room = roomOf(declared, note(10));
    const items = [
      add(11),
      edit(11, 1, 'better'),
      edit(10, 1, 'other'),
      waiting('timeline.pin-entry', { entryId: testId(10) }),
    ];
    expect(shown(room, items)).toEqual([
      ['other', 'pending', undefined],
      ['better', 'pending', undefined],
    ]);
    const [, , last] = withOverlay(room, items, context).entries;
    expect(last).toMatchObject({ by: REN.actor.ref, revision: 2, recordedAt: T0 + 500_000 });
  });

  it('[LIVE-20] leaves untouched entries the objects they are', () => {
    const room = roomOf(declared, note(10), note(11));
    const entries = withOverlay(room, [edit(11, 1, 'other')], context).entries;
    expect(entries.map((entry, index) => entry === room.timeline.entries[index])).toEqual([true, true, false]);
  });

  it('[LIVE-20] shows nothing twice where the server has it already', () => {
    const room = roomOf(declared, note(10), {
      type: 'timeline.entry-edited',
      by: REN.actor.ref,
      data: { entryId: testId(10), revision: 2, kind: 'note', text: 'other' },
    });
    expect(shown(room, [add(10), edit(10, 1, 'other')])).toEqual([['other', 'pending', undefined]]);
  });

  it('[LIVE-21] keeps the text of a refused entry, and lets later ones stand', () => {
    expect(shown(roomOf(declared), [add(10, REFUSED), add(11)])).toEqual([
      ['note 10', 'refused', 'note 10'],
      ['note 11', 'pending', undefined],
    ]);
  });

  it('[LIVE-21] keeps the text of a refused edit beside what is there', () => {
    const room = roomOf(declared, note(10));
    const items = [edit(10, 1, 'mine', REFUSED)];
    expect(shown(room, items)).toEqual([['note 10', 'refused', 'mine']]);
    expect(withOverlay(room, items, context).entries[1]).toMatchObject({
      problem: { detail: 'No.' },
      commandId: items[0]?.commandId,
    });
  });

  it('[LIVE-21] keeps on screen what is going to be refused', () => {
    const viewer = { ...context, actor: userActor(REN.id, 'viewer') };
    expect(shown(roomOf(declared), [add(10)], viewer)).toEqual([['note 10', 'pending', undefined]]);
    expect(shown(roomOf(declared, note(9), closed), [add(10), edit(9, 1, 'late')])).toEqual([
      ['note 9', 'pending', undefined],
      ['note 10', 'pending', undefined],
    ]);
  });

  it('[LIVE-22] says unsent while the connection is not live, or after a try that failed', () => {
    const room = roomOf(declared);
    const items = [add(10), add(11, { step: 'unsent' }), add(12, { step: 'accepted', position: 9 })];
    const deliveries = (isLive: boolean) => shown(room, items, { ...context, isLive }).map(([, delivery]) => delivery);
    expect(deliveries(true)).toEqual(['pending', 'unsent', 'pending']);
    expect(deliveries(false)).toEqual(['unsent', 'unsent', 'pending']);
  });

  it('[LIVE-20][LIVE-21] shows every line of an import, and keeps the lines of a refused one', () => {
    const lines = [10, 11].map((n) => ({ entryId: testId(n), text: `line ${n}` }));
    const importing = (progress?: Progress) =>
      waiting('timeline.import-entries', { importId: testId(0x99), entries: lines }, progress);
    expect(shown(roomOf(declared), [importing()]).map(([text, delivery]) => [text, delivery])).toEqual([
      ['line 10', 'pending'],
      ['line 11', 'pending'],
    ]);
    expect(shown(roomOf(declared), [importing(REFUSED)]).map(([text, delivery]) => [text, delivery])).toEqual([
      ['line 10', 'refused'],
      ['line 11', 'refused'],
    ]);
    expect(withOverlay(roomOf(declared), [importing()], context).entries[1]).toMatchObject({ importId: testId(0x99) });
  });

  it('[LIVE-22] says the worst of several, and of equals the first', () => {
    const room = roomOf(declared, note(10));
    const refused = waiting('timeline.retract-entry', { entryId: testId(10) }, REFUSED);
    const items = [edit(10, 1, 'zero'), refused, edit(10, 7, 'second', REFUSED)];
    expect(withOverlay(room, items, context).entries[1]).toMatchObject({
      delivery: 'refused',
      commandId: refused.commandId,
    });
  });

  it('[LIVE-22] of refused edits says the last, which was made of the others', () => {
    const room = roomOf(declared, note(10));
    const items = [edit(10, 1, 'first', REFUSED), edit(10, 2, 'first and second', REFUSED)];
    expect(withOverlay(room, items, context).entries[1]).toMatchObject({
      keptText: 'first and second',
      refused: { type: 'timeline.edit-entry', command: { baseRevision: 2 } },
    });
  });

  it('[LIVE-21] leaves out what is about an entry before the window', () => {
    expect(shown(roomOf(declared, note(10)), [edit(77, 1, 'far away')])).toEqual([['note 10', 'accepted', undefined]]);
  });
});
