import { describe, expect, it } from 'vitest';
import { WRITTEN_KINDS } from './values.ts';
import type { TimelineEntry } from './state.ts';
import type { Room } from '../rooms/room.ts';
import { ADA, CAI, MIA, REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, incidentAt } from '../testing/incident-past.ts';

const incidentId = INCIDENT;
const entryId = testId(0x51);
const target = { incidentId, entryId };

const ADDED: Past = {
  type: 'timeline.entry-added',
  data: { entryId, kind: 'note', text: 'one', confidence: 'believed' },
  by: REN.actor.ref,
};
const EDITED: Past = {
  type: 'timeline.entry-edited',
  data: { entryId, revision: 2, kind: 'finding', text: 'two', happenedAt: T0 },
  by: ROZ.actor.ref,
};
const RETRACTED: Past = { type: 'timeline.entry-retracted', data: { entryId, reason: 'wrong' } };
const WRITTEN = [DECLARED, ADDED];

const entryIn = ({ timeline }: Room): TimelineEntry | undefined => timeline.entries.find(({ id }) => id === entryId);

const OWN_FIELDS = {
  'add-entry': { text: 'x' },
  'edit-entry': { text: 'x', baseRevision: 1 },
  'retract-entry': {},
  'restore-entry': {},
  'pin-entry': {},
  'unpin-entry': {},
};

const ATTACHMENT = { fileId: testId(0x91), name: 'pool.png', type: 'image/png', bytes: 2_048 };

describe('an entry with files', () => {
  it('[TL-25] carries them, and keeps them when it is edited', () => {
    const image = { width: 640, height: 480, thumbnail: true };
    const attachments = [{ ...ATTACHMENT, image }];
    given([DECLARED])
      .when('timeline.add-entry', { ...target, kind: 'file', text: 'pool.png', attachments })
      .happens({ type: 'timeline.entry-added', data: { entryId, kind: 'file', text: 'pool.png', attachments } });
    given([DECLARED, { type: 'timeline.entry-added', data: { entryId, kind: 'file', text: 'pool.png', attachments } }])
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'The pool' })
      .leadsTo((room) => expect(entryIn(room)).toMatchObject({ text: 'The pool', attachments }));
  });

  it('[TL-25] takes ten at most, each with a sane size', () => {
    const adding = (attachments: object[]) =>
      given([DECLARED]).when('timeline.add-entry', { ...target, text: 'x', attachments: attachments as never });
    adding([]).isRefused('invalid');
    adding(Array.from({ length: 11 }, () => ATTACHMENT)).isRefused('invalid');
    adding([{ ...ATTACHMENT, bytes: 11 * 1024 * 1024 }]).isRefused('invalid');
    adding([{ ...ATTACHMENT, name: '' }]).isRefused('invalid');
  });
});

describe('writing an entry', () => {
  it('[TL-1][TL-2] is a note that happened when it was recorded', () => {
    given([DECLARED])
      .when('timeline.add-entry', { ...target, text: 'restarted it \n' }, { actor: MIA.actor, now: T0 + 5 })
      .happens({ type: 'timeline.entry-added', data: { entryId, kind: 'note', text: 'restarted it' } })
      .leadsTo((room) =>
        expect(entryIn(room)).toEqual({
          origin: 'written',
          id: entryId,
          version: 2,
          kind: 'note',
          text: 'restarted it',
          happenedAt: T0 + 5,
          recordedAt: T0 + 5,
          by: MIA.actor.ref,
          pinned: false,
          revision: 1,
          history: [],
        }),
      );
  });

  it.each(WRITTEN_KINDS)('[TL-1] is a %s with a confidence', (kind) => {
    given([DECLARED])
      .when('timeline.add-entry', { ...target, kind, text: 'x', confidence: 'rumour' })
      .leadsTo((room) => expect(entryIn(room)).toMatchObject({ kind, confidence: 'rumour' }));
  });

  it.each([
    ['', 'text: Write something first.'],
    [' \n\t', 'text: Write something first.'],
    ['x'.repeat(20_001), 'text: Write at most 20000 characters.'],
  ])('[TL-1] needs a text', (text, saying) => {
    given([DECLARED])
      .when('timeline.add-entry', { ...target, text })
      .isRefused('invalid', saying);
  });

  it('[TL-2] happened when the writer says', () => {
    given([DECLARED])
      .when('timeline.add-entry', { ...target, text: 'x', happenedAt: T0 - MINUTE }, { now: T0 })
      .leadsTo((room) => expect(entryIn(room)).toMatchObject({ happenedAt: T0 - MINUTE, recordedAt: T0 }));
    given([DECLARED])
      .when('timeline.add-entry', { ...target, text: 'x', happenedAt: T0 + 6 * MINUTE }, { now: T0 })
      .isRefused('invalid', 'future');
  });

  it('[TL-3] uses an id once', () => {
    given(WRITTEN)
      .when('timeline.add-entry', { ...target, text: 'x' })
      .isRefused('conflict', 'this id already');
  });

  it.each(['add-entry', 'edit-entry', 'retract-entry', 'pin-entry', 'unpin-entry'] as const)(
    '[TL-4] %s needs an incident that is not closed',
    (verb) => {
      const input = { ...target, ...OWN_FIELDS[verb] };
      given([]).when(`timeline.${verb}`, input).isRefused('not-found', 'There is no such incident.');
      given([...incidentAt('resolved'), ADDED, ...incidentAt('closed').slice(-1)])
        .when(`timeline.${verb}`, input)
        .isRefused('conflict', 'INC-2026-0001 is closed.', { current: { status: 'closed' } });
    },
  );
});

describe('editing an entry', () => {
  it('[TL-10][TL-11] builds on the revision that the writer saw, and keeps the former text', () => {
    given(WRITTEN)
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'two' }, { actor: REN.actor, now: T0 + 99 })
      .happens({
        type: 'timeline.entry-edited',
        data: { entryId, revision: 2, kind: 'note', text: 'two', happenedAt: T0 + MINUTE, confidence: 'believed' },
      })
      .leadsTo((room) =>
        expect(entryIn(room)).toMatchObject({
          text: 'two',
          revision: 2,
          by: REN.actor.ref,
          editedAt: T0 + 99,
          editedBy: REN.actor.ref,
          history: [
            {
              kind: 'note',
              text: 'one',
              happenedAt: T0 + MINUTE,
              confidence: 'believed',
              at: T0 + MINUTE,
              by: REN.actor.ref,
            },
          ],
        }),
      );
  });

  it('[TL-10] refuses a stale revision with the current text', () => {
    given([...WRITTEN, EDITED])
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'mine' }, { actor: REN.actor })
      .isRefused('conflict', 'Somebody edited this entry', {
        current: { revision: 2, text: 'two', kind: 'finding', happenedAt: T0 },
      });
  });

  it('[TL-16] refuses the 201st text', () => {
    const edits = Array.from({ length: 199 }, (_, n) => ({
      ...EDITED,
      data: { ...EDITED.data, revision: n + 2, text: `text ${n + 2}` },
    }));
    given([...WRITTEN, ...edits])
      .when('timeline.edit-entry', { ...target, baseRevision: 200, text: 'one more' }, { actor: REN.actor })
      .isRefused('conflict', 'An entry has 200 texts at most.');
  });

  it('[TL-11] keeps who wrote each text, and when', () => {
    given([...WRITTEN, EDITED])
      .when('timeline.edit-entry', { ...target, baseRevision: 2, text: 'three' }, { actor: CAI.actor })
      .leadsTo((room) =>
        expect(entryIn(room)).toMatchObject({
          text: 'three',
          revision: 3,
          editedBy: CAI.actor.ref,
          history: [
            { text: 'one', at: T0 + MINUTE, by: REN.actor.ref },
            { text: 'two', kind: 'finding', at: T0 + 2 * MINUTE, by: ROZ.actor.ref },
          ],
        }),
      );
  });

  it('[TL-12] leaves alone what it does not name, and clears a confidence', () => {
    given(WRITTEN)
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'one', kind: 'decision', confidence: null })
      .happens({
        type: 'timeline.entry-edited',
        data: { entryId, revision: 2, kind: 'decision', text: 'one', happenedAt: T0 + MINUTE },
      })
      .leadsTo((room) => {
        expect(entryIn(room)).toMatchObject({ kind: 'decision', text: 'one', happenedAt: T0 + MINUTE });
        expect(entryIn(room)).not.toHaveProperty('confidence');
      });
  });

  it('[TL-12] refuses a time in the future', () => {
    given(WRITTEN)
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'x', happenedAt: T0 + 60 * MINUTE })
      .isRefused('invalid', 'future');
  });

  it('[TL-13] that changes nothing makes nothing happen', () => {
    given(WRITTEN)
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'one ' })
      .happens();
  });

  it('[TL-14] is for what people wrote', () => {
    const recorded = { incidentId, entryId: testId(0xe000) };
    given([DECLARED])
      .when('timeline.edit-entry', { ...recorded, baseRevision: 1, text: 'x' })
      .isRefused('conflict', 'only what people wrote');
    given([DECLARED]).when('timeline.retract-entry', recorded).isRefused('conflict', 'only what people wrote');
  });

  it.each(['edit-entry', 'retract-entry', 'pin-entry', 'unpin-entry'] as const)(
    '[TL-15] %s needs an entry that is there',
    (verb) => {
      given([DECLARED])
        .when(`timeline.${verb}`, { ...target, ...OWN_FIELDS[verb] })
        .isRefused('not-found', 'There is no such entry.');
    },
  );
});

describe('retracting and pinning', () => {
  it('[TL-20] strikes an entry out and leaves it readable', () => {
    given(WRITTEN)
      .when('timeline.retract-entry', { ...target, reason: 'wrong host' }, { actor: REN.actor, now: T0 + 99 })
      .happens({ type: 'timeline.entry-retracted', data: { entryId, reason: 'wrong host' } })
      .leadsTo((room) =>
        expect(entryIn(room)).toMatchObject({
          text: 'one',
          retracted: { at: T0 + 99, by: REN.actor.ref, reason: 'wrong host' },
        }),
      );
    given(WRITTEN)
      .when('timeline.retract-entry', { ...target, reason: ' ' })
      .happens({ type: 'timeline.entry-retracted', data: { entryId } });
  });

  it('[TL-21] happens once, and ends the editing', () => {
    given([...WRITTEN, RETRACTED])
      .when('timeline.retract-entry', target)
      .happens();
    given([...WRITTEN, RETRACTED])
      .when('timeline.edit-entry', { ...target, baseRevision: 1, text: 'x' })
      .isRefused('conflict', 'This entry was retracted.');
  });

  it('[TL-23] is restored, once', () => {
    given([...WRITTEN, RETRACTED])
      .when('timeline.restore-entry', target, { actor: REN.actor })
      .happens({ type: 'timeline.entry-restored', data: { entryId } })
      .leadsTo((room) => expect(entryIn(room)).not.toHaveProperty('retracted'));
    given(WRITTEN).when('timeline.restore-entry', target).happens();
    given([...WRITTEN, RETRACTED])
      .when('timeline.restore-entry', target, { actor: ROZ.actor })
      .isRefused('forbidden');
  });

  it('[TL-22] pins and unpins, once each', () => {
    const PINNED: Past = { type: 'timeline.entry-pinned', data: { entryId } };
    given(WRITTEN)
      .when('timeline.pin-entry', target, { actor: ADA.actor })
      .happens({ type: 'timeline.entry-pinned', data: { entryId } })
      .leadsTo((room) => expect(entryIn(room)).toMatchObject({ pinned: true }));
    given([...WRITTEN, PINNED])
      .when('timeline.pin-entry', target)
      .happens();
    given([...WRITTEN, PINNED])
      .when('timeline.unpin-entry', target)
      .happens({ type: 'timeline.entry-unpinned', data: { entryId } })
      .leadsTo((room) => expect(entryIn(room)).toMatchObject({ pinned: false }));
    given(WRITTEN).when('timeline.unpin-entry', target).happens();
  });

  it('[TL-22] pins what Sitrep recorded too', () => {
    given([DECLARED])
      .when('timeline.pin-entry', { incidentId, entryId: testId(0xe000) })
      .leadsTo(({ timeline }) => expect(timeline.entries[0]).toMatchObject({ origin: 'recorded', pinned: true }));
  });
});
