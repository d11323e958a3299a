import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeclared } from '../incidents/state.ts';
import type { Recorded } from '../kernel/event.ts';
import type { Room } from '../rooms/room.ts';
import { ADA, CAI, CAST, REN, ROZ, factsAbout, testId, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, held, incidentAt, moved } from '../testing/incident-past.ts';
import { entryOf } from '../timeline/state.ts';
import type { SitrepEvent } from './catalogue.ts';
import { decideCommand, parseCommand } from './decide-command.ts';
import { compensation, type Compensation } from './undo.ts';

const incidentId = INCIDENT;
const stream = `incident/${incidentId}` as const;
const entryId = testId(0x51);

const roomAfter = (past: readonly Past[]): Room => foldFrozen(stream, recordedIn(stream, past)) as Room;

const written = (by: Player): Past => ({
  type: 'timeline.entry-added',
  data: { entryId, kind: 'note', text: 'one', confidence: 'believed' },
  by: by.actor.ref,
});
const edited = (by: Player, text: string, revision: number): Past => ({
  type: 'timeline.entry-edited',
  data: { entryId, revision, kind: 'finding', text, happenedAt: T0 },
  by: by.actor.ref,
});
const severity = (by: Player, from: 1 | 2 | 3 | 4, to: 1 | 2 | 3 | 4): Past => ({
  type: 'incident.severity-changed',
  data: { from, to },
  by: by.actor.ref,
});

/** What takes back the newest event of this past. */
const undoing = (past: readonly Past[], before: readonly Past[] = past.slice(0, -1)): readonly Compensation[] => {
  const last = recordedIn(stream, past).at(-1);
  assert(last !== undefined);
  return compensation([last], (id) => {
    const entry = entryOf(roomAfter(before).timeline, id);
    return entry?.origin === 'written' ? entry : undefined;
  });
};

const apply = (past: readonly Past[], { type, command }: Compensation, by: Player): readonly Past[] => {
  const parsed = parseCommand(type, command);
  const context = { actor: by.actor, now: T0 + 1e9, facts: factsAbout(CAST) };
  const events = decideCommand(type, parsed as never, roomAfter(past), context);
  return [...past, ...events.map((event: SitrepEvent): Past => ({ ...event, by: by.actor.ref }))];
};

/** Without the traces of who changed it last. */
const essence = ({ incident, timeline }: Room) => {
  const entries = timeline.entries
    .filter((entry) => entry.origin === 'written')
    .map(({ id, text, kind, happenedAt, pinned, retracted }) => ({ id, text, kind, happenedAt, pinned, retracted }));
  if (!isDeclared(incident)) return { entries };
  const { lastChanges: _who, statusSince: _since, milestones, ...rest } = incident;
  const { acknowledged: _first, ...times } = milestones;
  return { ...rest, times, entries };
};

const changes: readonly [string, readonly Past[]][] = [
  [
    'a title',
    [
      DECLARED,
      { type: 'incident.title-changed', data: { from: 'Checkout fails', to: 'All fails' }, by: REN.actor.ref },
    ],
  ],
  ['a summary', [DECLARED, { type: 'incident.summary-changed', data: { from: '', to: 'Cards' }, by: REN.actor.ref }]],
  ['a raised severity', [DECLARED, severity(REN, 2, 1)]],
  ['a lowered severity', [DECLARED, severity(REN, 2, 3)]],
  ['a status', [DECLARED, { ...moved('detected', 'investigating'), by: REN.actor.ref }]],
  ['a leap to resolved', [DECLARED, { ...moved('detected', 'resolved'), by: REN.actor.ref }]],
  [
    'a return to an earlier status',
    [...incidentAt('mitigating'), { ...moved('mitigating', 'detected'), by: REN.actor.ref }],
  ],
  [
    'a milestone',
    [DECLARED, { type: 'incident.milestone-set', data: { milestone: 'started', to: T0 - 5 }, by: REN.actor.ref }],
  ],
  ['a service', [DECLARED, { type: 'incident.service-added', data: { service: 'api' }, by: REN.actor.ref }]],
  ['a taken role', [DECLARED, held('scribe', REN)]],
  [
    'a role given away',
    [
      DECLARED,
      held('commander', REN),
      {
        type: 'incident.role-changed',
        data: { role: 'commander', from: REN.id, to: CAI.id, move: 'handed-over' },
        by: REN.actor.ref,
      },
    ],
  ],
  [
    'a released role',
    [
      DECLARED,
      held('deputy', REN),
      { type: 'incident.role-changed', data: { role: 'deputy', from: REN.id, move: 'released' }, by: REN.actor.ref },
    ],
  ],
  [
    'a role that let somebody in',
    [
      declaredAs({ private: true }, REN),
      held('commander', REN),
      { type: 'incident.role-changed', data: { role: 'scribe', to: ROZ.id, move: 'assigned' }, by: REN.actor.ref },
    ],
  ],
  ['an edit', [DECLARED, written(REN), edited(REN, 'two', 2)]],
  [
    'a retraction',
    [DECLARED, written(REN), { type: 'timeline.entry-retracted', data: { entryId }, by: REN.actor.ref }],
  ],
  [
    'a removed service',
    [
      declaredAs({ services: ['api'] }),
      { type: 'incident.service-removed', data: { service: 'api' }, by: REN.actor.ref },
    ],
  ],
  ['a pin', [DECLARED, written(REN), { type: 'timeline.entry-pinned', data: { entryId }, by: REN.actor.ref }]],
];

describe('taking back', () => {
  it.each(changes)('[UNDO-1][UNDO-5][UNDO-6][UNDO-9] %s: all is as before', (_what, past) => {
    const [back, ...more] = undoing(past);
    assert(back !== undefined);
    expect(more).toEqual([]);
    expect(essence(roomAfter(apply(past, back, REN)))).toEqual(essence(roomAfter(past.slice(0, -1))));
  });

  it('[UNDO-1] a new entry is retracted', () => {
    expect(undoing([DECLARED, written(REN)])).toEqual([
      { type: 'timeline.retract-entry', command: { incidentId, entryId, undoOf: 'command-1' } },
    ]);
  });

  it('[UNDO-1] an import is retracted as a whole', () => {
    const importId = testId(0x53);
    const events = recordedIn(stream, [DECLARED, written(REN), written(REN)]).slice(1);
    const imported = events.map((event) => ({
      ...event,
      data: { ...event.data, importId },
    })) as Recorded<SitrepEvent>[];
    expect(compensation(imported)).toEqual([
      { type: 'timeline.retract-import', command: { incidentId, importId, undoOf: 'command-1' } },
    ]);
  });

  it('[UNDO-1] nothing takes back a declaration, closing or access', () => {
    expect(undoing([DECLARED])).toEqual([]);
    expect(undoing([...incidentAt('closed')])).toEqual([]);
    expect(undoing([DECLARED, { type: 'incident.access-granted', data: { userId: REN.id } }])).toEqual([]);
  });

  it('[UNDO-2] is carried by the event', () => {
    given([DECLARED, severity(REN, 2, 1)])
      .when('incident.change-severity', { incidentId, severity: 2, undoOf: 'command-1' }, { actor: REN.actor })
      .happens({ type: 'incident.severity-changed', data: { from: 1, to: 2, undoOf: 'command-1' } });
  });

  it.each([
    ['another value', [severity(ROZ, 1, 3)], { from: 1, to: 3 }],
    ['another value and back', [severity(ROZ, 1, 3), severity(ROZ, 3, 1)], { from: 3, to: 1 }],
  ])('[UNDO-3] is refused where somebody set %s since', (_what, since, change) => {
    given([DECLARED, severity(REN, 2, 1), ...since])
      .when('incident.change-severity', { incidentId, severity: 2, undoOf: 'command-1' }, { actor: REN.actor })
      .isRefused('conflict', 'changed this since', {
        current: {
          field: 'severity',
          ...change,
          by: ROZ.actor.ref,
          at: T0 + (1 + since.length) * 60_000,
          commandId: `command-${1 + since.length}`,
        },
      });
  });

  it('[UNDO-4] is for who made the change', () => {
    given([DECLARED, severity(REN, 2, 3)])
      .when('incident.change-severity', { incidentId, severity: 2, undoOf: 'command-1' }, { actor: ROZ.actor })
      .isRefused('conflict', 'nothing was taken back');
  });

  it('[UNDO-3] [UNDO-4] neither restores what somebody else retracted nor changes back what somebody else wrote', () => {
    const retracted: Past = { type: 'timeline.entry-retracted', data: { entryId }, by: ADA.actor.ref };
    given([DECLARED, written(REN), retracted])
      .when('timeline.restore-entry', { incidentId, entryId, undoOf: 'command-1' }, { actor: REN.actor })
      .isRefused('conflict', 'nothing was taken back', { current: { by: ADA.actor.ref, at: T0 + 2 * 60_000 } });
    given([DECLARED, written(REN), edited(ADA, 'better', 2)])
      .when(
        'timeline.edit-entry',
        { incidentId, entryId, baseRevision: 2, text: 'one', undoOf: 'command-2' },
        { actor: REN.actor },
      )
      .isRefused('conflict', 'nothing was taken back');
  });

  it('[UNDO-5] frees from the reason only on the way back', () => {
    given([DECLARED, severity(REN, 2, 1)])
      .when('incident.change-severity', { incidentId, severity: 4, undoOf: 'command-1' }, { actor: REN.actor })
      .isRefused('invalid');
    given([...incidentAt('mitigating'), { ...moved('mitigating', 'detected'), by: REN.actor.ref }])
      .when('incident.change-status', { incidentId, status: 'identified', undoOf: 'command-2' }, { actor: REN.actor })
      .isRefused('invalid');
  });

  it('[UNDO-6] gives back to nobody else', () => {
    const past = [
      DECLARED,
      held('commander', CAI),
      held('deputy', REN),
      {
        type: 'incident.role-changed',
        data: { role: 'deputy', from: REN.id, to: ROZ.id, move: 'handed-over' },
        by: REN.actor.ref,
      },
    ] as const satisfies readonly Past[];
    given(past)
      .when(
        'incident.assign-role',
        { incidentId, role: 'deputy', userId: REN.id, undoOf: 'command-3' },
        { actor: REN.actor },
      )
      .happens({
        type: 'incident.role-changed',
        data: { role: 'deputy', from: ROZ.id, to: REN.id, move: 'assigned', undoOf: 'command-3' },
      });
    given(past)
      .when(
        'incident.assign-role',
        { incidentId, role: 'deputy', userId: CAI.id, undoOf: 'command-3' },
        { actor: REN.actor },
      )
      .isRefused('invalid');
  });

  it('[UNDO-7] leaves an entry that somebody edited since', () => {
    given([DECLARED, written(REN), edited(ROZ, 'better', 2)])
      .when('timeline.retract-entry', { incidentId, entryId, undoOf: 'command-1' }, { actor: REN.actor })
      .isRefused('conflict', 'edited this entry since', {
        current: { revision: 2, text: 'better', by: ROZ.actor.ref, at: T0 + 120_000 },
      });
  });

  it('[UNDO-1] an edit of what is not known any more cannot be taken back', () => {
    const past = [DECLARED, written(REN), edited(REN, 'two', 2)];
    expect(undoing(past, [DECLARED])).toEqual([]);
    expect(undoing(past, past)).toEqual([]);
  });

  it('[UNDO-8] several events go back together, the last first, or not at all', () => {
    const past = [DECLARED, severity(REN, 2, 1), { ...moved('detected', 'investigating'), by: REN.actor.ref }];
    const events = recordedIn(stream, past);
    expect(compensation(events.slice(1)).map(({ type }) => type)).toEqual([
      'incident.change-status',
      'incident.change-severity',
    ]);
    expect(compensation(events)).toEqual([]);
    fc.assert(fc.property(fc.constantFrom(...events), (event) => compensation([event]).length <= 1));
  });
});

describe('several steps back', () => {
  it('[UNDO-10] the newest first, each by the command that made it, as long as nobody else was there', () => {
    const two = [DECLARED, severity(REN, 2, 1), severity(REN, 1, 3)];
    const [first] = undoing(two);
    const [second] = undoing(two.slice(0, 2));
    assert(first !== undefined && second !== undefined);
    const back = apply(apply(two, first, REN), second, REN);
    expect(roomAfter(back).incident).toMatchObject({ severity: 2 });
    expect(() => apply(two, second, REN)).toThrow('Somebody changed this since');
    const between = [...apply(two, first, REN), severity(ROZ, 1, 4)];
    expect(() => apply(between, second, REN)).toThrow('Somebody changed this since');
  });

  it('[UNDO-7] an entry that only its writer edited is retracted', () => {
    const past = [DECLARED, written(REN), edited(REN, 'two', 2)];
    const [back] = undoing(past.slice(0, 2));
    assert(back !== undefined);
    const { timeline } = roomAfter(apply(past, back, REN));
    expect(entryOf(timeline, entryId)).toMatchObject({ retracted: { by: REN.actor.ref } });
  });
});
