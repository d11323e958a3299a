import { describe, expect, it } from 'vitest';
import { compensation } from '../protocol/undo.ts';
import type { Room } from '../rooms/room.ts';
import { ADA, REN, ROZ, SYSTEM, testId, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, recordedIn, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, incidentAt } from '../testing/incident-past.ts';
import { MOST_NEEDS } from './decide-needs.ts';

const incidentId = INCIDENT;
const needId = testId(0x96);
const about = { incidentId, needId };

const NEED = { needId, number: 1, text: 'a database engineer' };
const raised = (number: number, id = needId): Past => ({
  type: 'need.raised',
  data: { needId: id, number, text: 'a database engineer' },
  by: REN.actor.ref,
});
const claimed = ({ id, actor }: Player): Past => ({
  type: 'need.claimed',
  data: { ...NEED, userId: id },
  by: actor.ref,
});
const met: Past = { type: 'need.met', data: NEED };
const withdrawn: Past = { type: 'need.withdrawn', data: NEED };
const RAISED = [DECLARED, raised(1)];

const leads =
  (need: object) =>
  ({ roster }: Room) =>
    expect(roster.needs).toMatchObject([need]);

describe('raising a need', () => {
  it('[ROS-40] says in one line what is lacking, with a number and since when', () => {
    given(RAISED)
      .when('need.raise', { incidentId, needId: testId(0x97), text: ' an  Oracle admin ' }, { actor: ROZ.actor })
      .happens({ type: 'need.raised', data: { needId: testId(0x97), number: 2, text: 'an Oracle admin' } })
      .leadsTo(({ roster }) =>
        expect(roster.needs[1]).toMatchObject({ status: 'open', raisedBy: ROZ.actor.ref, raisedAt: T0 + 2 * MINUTE }),
      );
  });

  it('[ROS-40] wants a text, an id of its own, and ends somewhere', () => {
    given([DECLARED])
      .when('need.raise', { ...about, text: ' ' })
      .isRefused('invalid', 'text');
    given([DECLARED])
      .when('need.raise', { ...about, text: 'x'.repeat(201) })
      .isRefused('invalid', 'text');
    given(RAISED)
      .when('need.raise', { ...about, text: 'another' })
      .isRefused('conflict', 'with this id');
    const many = Array.from({ length: MOST_NEEDS }, (_, n) => raised(n + 1, testId(0x2_000 + n)));
    given([DECLARED, ...many])
      .when('need.raise', { ...about, text: 'more' })
      .isRefused('conflict', '200 needs');
  });
});

describe('claiming a need', () => {
  it('[ROS-41] one person is on it', () => {
    given(RAISED)
      .when('need.claim', about, { actor: ROZ.actor })
      .happens({ type: 'need.claimed', data: { ...NEED, userId: ROZ.id } })
      .leadsTo(leads({ status: 'claimed', claimedBy: ROZ.id, claimedAt: T0 + 2 * MINUTE }));
    given([...RAISED, claimed(ROZ)])
      .when('need.claim', about, { actor: ROZ.actor })
      .happens();
    given([...RAISED, claimed(ROZ)])
      .when('need.claim', about, { actor: REN.actor })
      .isRefused('conflict', '@roz is on it already.', { current: { status: 'claimed', claimedBy: ROZ.id } });
    given(RAISED).when('need.claim', about, { actor: SYSTEM }).isRefused('forbidden', 'Only a person');
  });

  it('[ROS-42] anybody who responds lets somebody else at it', () => {
    given([...RAISED, claimed(ROZ)])
      .when('need.unclaim', about, { actor: REN.actor })
      .happens({ type: 'need.unclaimed', data: NEED })
      .leadsTo(leads({ status: 'open' }));
    given(RAISED).when('need.unclaim', about).happens();
  });

  it('[ROS-44] is taken back by who claimed it, and nobody else’s claim with it', () => {
    const past = [...RAISED, claimed(ROZ)];
    expect(compensation(recordedIn(`incident/${incidentId}`, past).slice(-1))).toEqual([
      { type: 'need.unclaim', command: { ...about, undoOf: 'command-2' } },
    ]);
    const undo = { ...about, undoOf: 'command-2' };
    given(past)
      .when('need.unclaim', undo, { actor: ROZ.actor })
      .happens({ type: 'need.unclaimed', data: { ...NEED, undoOf: 'command-2' } });
    given([...RAISED, claimed(REN)])
      .when('need.unclaim', undo, { actor: ROZ.actor })
      .isRefused('conflict', 'nothing was taken back');
  });

  it('[ROS-42] is over for who may not see the incident any more', () => {
    const past = [declaredAs({ private: true }, REN), raised(1), claimed(ROZ)];
    given([...past, { type: 'incident.access-granted', data: { userId: ROZ.id } }])
      .when('incident.revoke-access', { incidentId, userId: ROZ.id }, { actor: ADA.actor })
      .leadsTo(leads({ status: 'open' }));
  });
});

describe('the end of a need', () => {
  it('[ROS-43] it is met, claimed or not', () => {
    given([...RAISED, claimed(ROZ)])
      .when('need.meet', about)
      .happens({ type: 'need.met', data: NEED })
      .leadsTo(leads({ status: 'met', claimedBy: ROZ.id, endedAt: T0 + 3 * MINUTE }));
    given(RAISED)
      .when('need.meet', about)
      .leadsTo(leads({ status: 'met' }));
    given([...RAISED, met])
      .when('need.meet', about)
      .happens();
  });

  it('[ROS-43] or withdrawn, with a reason if there is one', () => {
    given(RAISED)
      .when('need.withdraw', { ...about, reason: 'found one' })
      .happens({ type: 'need.withdrawn', data: { ...NEED, reason: 'found one' } })
      .leadsTo(leads({ status: 'withdrawn' }));
    given(RAISED)
      .when('need.withdraw', { ...about, reason: '' })
      .happens({ type: 'need.withdrawn', data: NEED });
    given([...RAISED, withdrawn])
      .when('need.withdraw', about)
      .happens();
  });

  it('[ROS-43] after which nothing becomes of it', () => {
    given([...RAISED, met])
      .when('need.claim', about)
      .isRefused('conflict', 'is met already');
    given([...RAISED, met])
      .when('need.unclaim', about)
      .isRefused('conflict', 'is met already');
    given([...RAISED, met])
      .when('need.withdraw', about)
      .isRefused('conflict', 'is met already');
    given([...RAISED, withdrawn])
      .when('need.meet', about)
      .isRefused('conflict', 'was withdrawn already');
  });

  it('[ROS-44] raising is taken back as long as nobody is on it', () => {
    expect(compensation(recordedIn(`incident/${incidentId}`, RAISED).slice(-1))).toEqual([
      { type: 'need.withdraw', command: { ...about, undoOf: 'command-1' } },
    ]);
    given([...RAISED, claimed(ROZ)])
      .when('need.withdraw', { ...about, undoOf: 'command-1' }, { actor: REN.actor })
      .isRefused('conflict', 'nothing was taken back');
  });

  it.each(['need.claim', 'need.unclaim', 'need.meet', 'need.withdraw'] as const)(
    '[ROS-43] %s finds no other',
    (type) => {
      given([DECLARED]).when(type, about).isRefused('not-found', 'There is no such need.');
      given([]).when(type, about).isRefused('not-found', 'There is no such incident.');
      given([...incidentAt('closed'), raised(1)])
        .when(type, about)
        .isRefused('conflict', 'is closed');
    },
  );
});
