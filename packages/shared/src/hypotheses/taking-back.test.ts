import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../protocol/catalogue.ts';
import { compensation } from '../protocol/undo.ts';
import type { Room } from '../rooms/room.ts';
import { REN, ROZ, testId, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { ABOUT, confirmed, ruledOut, suggested, tested, withdrawn } from '../testing/hypotheses-past.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import type { Stance } from './events.ts';

const stream = `incident/${INCIDENT}` as const;
const entryId = testId(0x51);
const WRITTEN: Past = { type: 'timeline.entry-added', data: { entryId, kind: 'finding', text: 'pool at 100 %' } };
const PAST = [DECLARED, WRITTEN];
const OPEN = [...PAST, suggested()];
const UNTIL = T0 + 60 * MINUTE;

const added = (stance: Stance, by: Player, from?: Stance): Past => ({
  type: 'hypothesis.evidence-added',
  data: { ...ABOUT, entryId, stance, ...(from === undefined ? {} : { from }) },
  by: by.actor.ref,
});
const reworded = (by: Player): Past => ({
  type: 'hypothesis.reworded',
  data: { ...ABOUT, text: 'The pool leaks', from: ABOUT.text },
  by: by.actor.ref,
});

/** The command that takes the newest event of `past` back. */
const undoing = (past: readonly Past[], { actor }: Player) => {
  const last = recordedIn(stream, past).at(-1);
  assert(last !== undefined);
  const [undo] = compensation([last]);
  assert(undo !== undefined);
  return [undo.type as 'hypothesis.reopen', undo.command as CommandInput<'hypothesis.reopen'>, { actor }] as const;
};

/** Without the traces of who changed it last, and when. */
const essence = ({ hypotheses }: Room) =>
  hypotheses.items.map(({ statusChange: _c, statusBy: _b, statusSince: _s, textChange: _t, evidence, ...rest }) => ({
    ...rest,
    evidence: evidence.map(({ stance }) => stance),
  }));

describe('taking back', () => {
  it.each([
    ['a rewording', [...OPEN, reworded(REN)]],
    ['a confirmation', [...OPEN, confirmed(REN)]],
    ['a ruling out', [...OPEN, ruledOut(REN)]],
    ['a withdrawal', [...OPEN, withdrawn(REN)]],
    ['evidence', [...OPEN, added('supports', REN)]],
    ['a change of sides', [...OPEN, added('supports', REN), added('contradicts', REN, 'supports')]],
  ] as const)('[HYP-40] %s leads to what was before, for who did it', (_what, past) => {
    const before = foldFrozen(stream, recordedIn(stream, past.slice(0, -1))) as Room;
    given(past)
      .when(...undoing(past, REN))
      .leadsTo((room) => expect(essence(room)).toEqual(essence(before)));
    given(past)
      .when(...undoing(past, ROZ))
      .isRefused('conflict', 'nothing was taken back');
  });

  it('[HYP-40] a suggestion withdraws it, a test leaves it open', () => {
    given([...PAST, suggested(REN)])
      .when(...undoing([...PAST, suggested(REN)], REN))
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.status).toBe('withdrawn'));
    given([...OPEN, tested(REN)])
      .when(...undoing([...OPEN, tested(REN)], REN))
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.status).toBe('open'));
  });

  it('[HYP-40] is refused where somebody was there since', () => {
    const again: Past = {
      type: 'hypothesis.reopened',
      data: { ...ABOUT, to: 'open', reason: 'no' },
      by: ROZ.actor.ref,
    };
    given([...OPEN, confirmed(REN), again, confirmed(ROZ)])
      .when(...undoing([...OPEN, confirmed(REN)], REN))
      .isRefused('conflict', 'changed this since');
    given([...OPEN, tested(REN), tested(ROZ, { from: REN.id })])
      .when(...undoing([...OPEN, tested(REN)], REN))
      .isRefused('conflict', 'changed this since');
    given([...OPEN, added('supports', REN), added('contradicts', ROZ, 'supports')])
      .when(...undoing([...OPEN, added('supports', REN)], REN))
      .isRefused('conflict');
  });

  it('[HYP-40] a test that was taken over is not given back', () => {
    const past = [...OPEN, tested(REN), tested(ROZ, { from: REN.id })];
    expect(compensation(recordedIn(stream, past).slice(-1))).toEqual([]);
  });

  it('[HYP-41] a conclusion during a test leads back to the test', () => {
    given([...OPEN, tested(REN, { until: UNTIL }), confirmed(REN)])
      .when(...undoing([...OPEN, tested(REN, { until: UNTIL }), confirmed(REN)], REN))
      .happens({
        type: 'hypothesis.reopened',
        data: { ...ABOUT, to: 'testing', undoOf: 'command-4' },
      })
      .leadsTo(({ hypotheses }) =>
        expect(hypotheses.items[0]).toMatchObject({ status: 'testing', test: { tester: REN.id, until: UNTIL } }),
      );
  });

  it('[HYP-42] a suggestion that others worked on stays', () => {
    const past = [...PAST, suggested(REN)];
    given([...past, added('supports', ROZ)])
      .when(...undoing(past, REN))
      .isRefused('conflict', 'Others have worked on H1');
    given([...past, reworded(ROZ)])
      .when(...undoing(past, REN))
      .isRefused('conflict', 'Others have worked on H1');
    given([...past, added('supports', REN)])
      .when(...undoing(past, REN))
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.status).toBe('withdrawn'));
  });
});
