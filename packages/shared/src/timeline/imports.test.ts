import { describe, expect, it } from 'vitest';
import { ADA, REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, incidentAt } from '../testing/incident-past.ts';

const incidentId = INCIDENT;
const importId = testId(0x53);
const line = (n: number, more: object = {}) => ({ entryId: testId(0x60 + n), text: `line ${n}`, ...more });

const imported = (n: number): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId(0x60 + n), importId, kind: 'note', text: `line ${n}` },
  by: REN.actor.ref,
});
const IMPORTED = [DECLARED, imported(1), imported(2), imported(3)];

describe('importing', () => {
  it('[TL-40] makes an entry of each line, with time and who said it', () => {
    given([DECLARED])
      .when(
        'timeline.import-entries',
        {
          incidentId,
          importId,
          entries: [
            line(1, { happenedAt: T0 - MINUTE, saidBy: { userId: ROZ.id } }),
            line(2, { kind: 'decision', saidBy: { name: ' Kim\n from  Payments ' } }),
          ],
        },
        { actor: REN.actor },
      )
      .happens(
        {
          type: 'timeline.entry-added',
          data: {
            entryId: testId(0x61),
            importId,
            kind: 'note',
            text: 'line 1',
            happenedAt: T0 - MINUTE,
            saidBy: { userId: ROZ.id },
          },
        },
        {
          type: 'timeline.entry-added',
          data: {
            entryId: testId(0x62),
            importId,
            kind: 'decision',
            text: 'line 2',
            saidBy: { name: 'Kim from Payments' },
          },
        },
      )
      .leadsTo(({ timeline }) =>
        expect(timeline.entries.slice(1)).toMatchObject([
          { importId, happenedAt: T0 - MINUTE, saidBy: { userId: ROZ.id }, by: REN.actor.ref },
          { importId, kind: 'decision', saidBy: { name: 'Kim from Payments' } },
        ]),
      );
  });

  it.each([0, 201])('[TL-40] takes 1 to 200 lines, not %i', (count) => {
    const entries = Array.from({ length: count }, (_, index) => line(index));
    given([DECLARED]).when('timeline.import-entries', { incidentId, importId, entries }).isRefused('invalid');
  });

  it('[TL-41] refuses the whole import for one bad line, and names it', () => {
    const importing = (...entries: ReturnType<typeof line>[]) =>
      given(IMPORTED).when('timeline.import-entries', { incidentId, importId: testId(0x55), entries });
    importing(line(7), line(1)).isRefused('conflict', 'this id already');
    importing(line(7), line(7)).isRefused('conflict', 'this id already');
    importing(line(7), line(8, { happenedAt: T0 + 1e9 })).isRefused('invalid', '', {
      faults: [{ path: 'entries.1.happenedAt', message: 'This time lies in the future.' }],
    });
    importing(line(7, { saidBy: { userId: testId(0xff) } })).isRefused('invalid', '', {
      faults: [{ path: 'entries.0.saidBy', message: 'There is no such person.' }],
    });
  });

  it('[TL-43] goes on with an import only for whoever began it', () => {
    const goingOn = (by: typeof REN) =>
      given(IMPORTED).when(
        'timeline.import-entries',
        { incidentId, importId, entries: [line(7)] },
        { actor: by.actor },
      );
    goingOn(REN).happens({
      type: 'timeline.entry-added',
      data: { entryId: testId(0x67), importId, kind: 'note', text: 'line 7' },
    });
    goingOn(ROZ).isRefused('conflict', 'Somebody else');
  });

  it('[TL-4] writes no closed timeline', () => {
    given(incidentAt('closed'))
      .when('timeline.import-entries', { incidentId, importId, entries: [line(1)] })
      .isRefused('conflict', 'closed');
  });
});

describe('retracting an import', () => {
  it('[TL-42] retracts what stands as it was pasted', () => {
    const edited: Past = {
      type: 'timeline.entry-edited',
      data: { entryId: testId(0x62), revision: 2, kind: 'note', text: 'mended', happenedAt: T0 },
      by: ROZ.actor.ref,
    };
    given([...IMPORTED, edited])
      .when('timeline.retract-import', { incidentId, importId, undoOf: 'x' }, { actor: REN.actor })
      .happens(
        { type: 'timeline.entry-retracted', data: { entryId: testId(0x61), undoOf: 'x' } },
        { type: 'timeline.entry-retracted', data: { entryId: testId(0x63), undoOf: 'x' } },
      );
  });

  it('[TL-42] happens once, is for its writer and leaders, and says when there is none', () => {
    const gone = [1, 2, 3].map((n): Past => ({
      type: 'timeline.entry-retracted',
      data: { entryId: testId(0x60 + n) },
    }));
    given([...IMPORTED, ...gone])
      .when('timeline.retract-import', { incidentId, importId })
      .happens();
    given(IMPORTED)
      .when('timeline.retract-import', { incidentId, importId }, { actor: ROZ.actor })
      .isRefused('forbidden');
    given([DECLARED])
      .when('timeline.retract-import', { incidentId, importId }, { actor: ADA.actor })
      .isRefused('not-found', 'no such import');
  });
});
