import { describe, expect, it } from 'vitest';
import { ADA, CAI, GUS, MIA, REN, ROZ, VIC, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, held, incidentAt } from '../testing/incident-past.ts';
import {
  AT,
  COMMANDED,
  M1,
  M2,
  OBJECTION,
  TITLE,
  about,
  amended,
  objected,
  planOf,
  proposed,
} from '../testing/mitigation-past.ts';
import { MITIGATIONS_PER_INCIDENT } from './values.ts';

const incidentId = INCIDENT;
const hypothesisId = testId(0x55);
const asRen = { actor: REN.actor };
const propose = { incidentId, mitigationId: M1, title: TITLE };

const suggested: Past = {
  type: 'hypothesis.suggested',
  data: { hypothesisId, number: 1, text: 'The pool is exhausted' },
};

describe('proposing', () => {
  it('[MIT-1] takes a title only', () => {
    given(COMMANDED)
      .when('mitigation.propose', propose, asRen)
      .happens({ type: 'mitigation.proposed', data: { mitigationId: M1, number: 1, plan: planOf() } })
      .leadsTo(({ mitigations }) =>
        expect(mitigations).toMatchObject({
          items: [{ number: 1, revision: 1, status: 'proposed', proposedBy: REN.actor.ref, objections: [] }],
          progressAt: T0 + 2 * MINUTE,
        }),
      );
    given(COMMANDED)
      .when('mitigation.propose', { ...propose, title: '  ' }, asRen)
      .isRefused('invalid');
  });

  it('[MIT-2] counts from 1', () => {
    given([...COMMANDED, proposed()])
      .when('mitigation.propose', { ...propose, mitigationId: M2 }, asRen)
      .happens({ type: 'mitigation.proposed', data: { mitigationId: M2, number: 2, plan: planOf() } });
  });

  it('[MIT-3] names a hypothesis that is there', () => {
    const command = { ...propose, hypothesisId };
    given([...COMMANDED, suggested])
      .when('mitigation.propose', command, asRen)
      .happens({ type: 'mitigation.proposed', data: { mitigationId: M1, number: 1, plan: planOf({ hypothesisId }) } });
    given(COMMANDED).when('mitigation.propose', command, asRen).isRefused('invalid', 'no such hypothesis');
    given([
      ...COMMANDED,
      suggested,
      { type: 'hypothesis.withdrawn', data: { hypothesisId, number: 1, text: 'The pool is exhausted' } },
    ])
      .when('mitigation.propose', command, asRen)
      .isRefused('invalid', 'no such hypothesis');
  });

  it('[MIT-3] names an owner who can change production here', () => {
    given(COMMANDED)
      .when('mitigation.propose', { ...propose, owner: ROZ.id }, asRen)
      .happens({ type: 'mitigation.proposed', data: { mitigationId: M1, number: 1, plan: planOf({ owner: ROZ.id }) } });
  });

  it.each([
    ['a viewer', VIC.id, '@vic is no responder'],
    ['a manager', MIA.id, '@mia is no responder'],
    ['who is deactivated', GUS.id, 'no such person'],
    ['who is nobody', testId(0xbb), 'no such person'],
  ])('[MIT-3] refuses an owner: %s', (_who, owner, saying) => {
    given(COMMANDED)
      .when('mitigation.propose', { ...propose, owner }, asRen)
      .isRefused('invalid', saying);
  });

  it('[MIT-3] refuses an owner who is not let into a private incident', () => {
    given([declaredAs({ private: true }, REN)])
      .when('mitigation.propose', { ...propose, owner: ROZ.id }, asRen)
      .isRefused('invalid', '@roz cannot see this incident');
  });

  it('[MIT-4] names services once', () => {
    given(COMMANDED)
      .when('mitigation.propose', { ...propose, services: ['api', 'db', 'API '] }, asRen)
      .happens({
        type: 'mitigation.proposed',
        data: { mitigationId: M1, number: 1, plan: planOf({ services: ['api', 'db'] }) },
      });
    const many = Array.from({ length: 21 }, (_, index) => `api-${index}`);
    given(COMMANDED)
      .when('mitigation.propose', { ...propose, services: many }, asRen)
      .isRefused('invalid');
  });

  it.each([59_999, 24 * 60 * MINUTE + 1, 60_000.5])('[MIT-4] refuses a time-box of %d ms', (timeBox) => {
    given(COMMANDED)
      .when('mitigation.propose', { ...propose, timeBox }, asRen)
      .isRefused('invalid');
  });

  it('[MIT-5] an incident holds 200', () => {
    const full = Array.from({ length: MITIGATIONS_PER_INCIDENT }, (_, index) => proposed({}, testId(0x1000 + index)));
    given([...COMMANDED, ...full])
      .when('mitigation.propose', propose, asRen)
      .isRefused('conflict', '200 mitigations at most');
  });

  it('[MIT-5] an id is used once', () => {
    given([...COMMANDED, proposed()])
      .when('mitigation.propose', propose, asRen)
      .isRefused('conflict', 'M1', { current: { number: 1 } });
  });

  it('[MIT-9] where the incident is closed or not there', () => {
    given(incidentAt('closed')).when('mitigation.propose', propose, asRen).isRefused('conflict', 'is closed');
    given([]).when('mitigation.propose', propose, asRen).isRefused('not-found');
    given([DECLARED])
      .when('mitigation.finish', { incidentId, mitigationId: M1 }, asRen)
      .isRefused('not-found', 'no such mitigation');
  });
});

describe('amending', () => {
  const amend = { incidentId, mitigationId: M1, base: 1 };

  it('[MIT-6] changes what it names, and says what', () => {
    given([...COMMANDED, proposed({ owner: ROZ.id, steps: 'one' }), objected()])
      .when('mitigation.amend', { ...amend, rollback: 'scale back', owner: null }, asRen)
      .happens({
        type: 'mitigation.amended',
        data: {
          ...about(),
          revision: 2,
          plan: planOf({ steps: 'one', rollback: 'scale back' }),
          changed: ['rollback', 'owner'],
        },
      });
  });

  it('[MIT-6] over what was amended meanwhile is a conflict', () => {
    given([...COMMANDED, proposed(), amended(2, { rollback: 'other' })])
      .when('mitigation.amend', { ...amend, rollback: 'scale back' }, asRen)
      .isRefused('conflict', 'amended meanwhile', { current: { revision: 2, plan: planOf({ rollback: 'other' }) } });
  });

  it('[MIT-6] is asked only about what it changed', () => {
    given([...COMMANDED, proposed({ owner: GUS.id })])
      .when('mitigation.amend', { ...amend, steps: 'two' }, asRen)
      .happens({
        type: 'mitigation.amended',
        data: { ...about(), revision: 2, plan: planOf({ owner: GUS.id, steps: 'two' }), changed: ['steps'] },
      });
    given([...COMMANDED, proposed()])
      .when('mitigation.amend', { ...amend, owner: GUS.id }, asRen)
      .isRefused('invalid', 'no such person');
  });

  it('[MIT-7] to what is so already makes nothing happen, and objections stand', () => {
    given([...COMMANDED, proposed({ risk: 'low' })])
      .when('mitigation.amend', { ...amend, risk: 'low' }, asRen)
      .happens();
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.amend', { ...amend, steps: 'two' }, asRen)
      .leadsTo(({ mitigations }) => expect(mitigations.items[0]?.objections[0]?.withdrawnAt).toBeUndefined());
  });
});

describe('withdrawing', () => {
  const withdraw = { incidentId, mitigationId: M1 };

  it.each([
    ['who proposed it', REN],
    ['its owner', ROZ],
    ['the commander', CAI],
  ])('[MIT-8] is for %s', (_who, { actor }) => {
    given([...COMMANDED, proposed({ owner: ROZ.id })])
      .when('mitigation.withdraw', { ...withdraw, reason: 'not needed' }, { actor })
      .happens({ type: 'mitigation.withdrawn', data: { ...about(), reason: 'not needed' } });
  });

  it('[MIT-8] is for nobody else, not even an administrator', () => {
    given([...COMMANDED, proposed()])
      .when('mitigation.withdraw', withdraw, { actor: ADA.actor })
      .isRefused('forbidden', 'You may object');
  });

  it('[MIT-70] takes a proposal back, while nobody was there since', () => {
    given([...COMMANDED, proposed()])
      .when('mitigation.withdraw', { ...withdraw, undoOf: 'command-2' }, asRen)
      .happens({ type: 'mitigation.withdrawn', data: { ...about(), undoOf: 'command-2' } });
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw', { ...withdraw, undoOf: 'command-2' }, asRen)
      .isRefused('conflict', 'changed this since');
    given([...COMMANDED, ...AT.approved])
      .when('mitigation.withdraw', { ...withdraw, undoOf: 'command-2' }, asRen)
      .isRefused('conflict', 'changed this since');
  });

  it('[MIT-70] of an amendment takes back no proposal', () => {
    given([...COMMANDED, proposed(), amended(2)])
      .when('mitigation.withdraw', { ...withdraw, undoOf: 'command-3' }, asRen)
      .isRefused('invalid');
  });
});

describe('recording what was done without approval', () => {
  const record = {
    incidentId,
    mitigationId: M1,
    title: TITLE,
    reason: 'the disk was full',
    doneAt: T0 - 10 * MINUTE,
    services: ['api'],
  };

  it('[MIT-60] enters as executed, with the reason, and is verified like any other', () => {
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneBy: ROZ.id }, asRen)
      .happens({
        type: 'mitigation.recorded-uncoordinated',
        data: {
          mitigationId: M1,
          number: 1,
          plan: planOf({ services: ['api'] }),
          reason: 'the disk was full',
          doneAt: T0 - 10 * MINUTE,
          doneBy: ROZ.id,
        },
      })
      .leadsTo(({ mitigations }) =>
        expect(mitigations.items[0]).toMatchObject({
          status: 'executed',
          statusSince: T0 - 10 * MINUTE,
          executed: { at: T0 - 10 * MINUTE },
          started: { executor: ROZ.id },
          uncoordinated: { reason: 'the disk was full', recordedBy: REN.actor.ref },
        }),
      );
    const past: Past = {
      type: 'mitigation.recorded-uncoordinated',
      data: { mitigationId: M1, number: 1, plan: planOf(), reason: 'disk', doneAt: T0 },
    };
    given([...COMMANDED, past])
      .when('mitigation.verify', { incidentId, mitigationId: M1, outcome: 'effective', seen: 'disk is free' }, asRen)
      .leadsTo(({ mitigations }) => expect(mitigations.items[0]?.status).toBe('effective'));
  });

  it('[MIT-60] takes a reason, and a time that has come', () => {
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, reason: ' ' }, asRen)
      .isRefused('invalid');
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneAt: T0 + 60 * MINUTE }, asRen)
      .isRefused('invalid', 'future');
  });

  it('[MIT-61] names somebody known, also somebody who left', () => {
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneBy: testId(0xbb) }, asRen)
      .isRefused('invalid', 'no such person');
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneBy: GUS.id }, asRen)
      .leadsTo(({ mitigations }) => expect(mitigations.items[0]?.started?.executor).toBe(GUS.id));
  });
});

describe('objections', () => {
  const objection = { incidentId, mitigationId: M1, objectionId: OBJECTION };

  it.each(['proposed', 'approved'] as const)('[MIT-20] stand against what is %s', (stage) => {
    given([...COMMANDED, ...AT[stage]])
      .when('mitigation.object', { ...objection, reason: 'The queue is not drained' }, { actor: ROZ.actor })
      .happens({
        type: 'mitigation.objected',
        data: { ...about(), objectionId: OBJECTION, reason: 'The queue is not drained' },
      })
      .leadsTo(({ mitigations }) => expect(mitigations.progressAt).toBe(T0 + (AT[stage].length + 1) * MINUTE));
  });

  it('[MIT-20] take a reason, an id of their own, and are 20 at most', () => {
    const by = { actor: ROZ.actor };
    given([...COMMANDED, proposed()])
      .when('mitigation.object', { ...objection, reason: '  ' }, by)
      .isRefused('invalid');
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.object', { ...objection, reason: 'again' }, by)
      .isRefused('conflict', 'there already');
    const many = Array.from({ length: 20 }, (_, index) => objected(ROZ, testId(0x2000 + index)));
    given([...COMMANDED, proposed(), ...many])
      .when('mitigation.object', { ...objection, reason: 'one more' }, by)
      .isRefused('conflict', '20 objections at most');
  });

  it.each([
    ['who made it', ROZ],
    ['the commander', CAI],
  ])('[MIT-21] are withdrawn by %s, and stay readable', (_who, { actor }) => {
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw-objection', objection, { actor })
      .happens({ type: 'mitigation.objection-withdrawn', data: { ...about(), objectionId: OBJECTION } })
      .leadsTo(({ mitigations }) =>
        expect(mitigations.items[0]?.objections).toMatchObject([
          { reason: 'The queue is not drained', withdrawnAt: T0 + 4 * MINUTE },
        ]),
      );
  });

  it('[MIT-21] are withdrawn by nobody else, and once', () => {
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw-objection', objection, asRen)
      .isRefused('forbidden', '@roz, who objected');
    given([...COMMANDED, proposed()])
      .when('mitigation.withdraw-objection', objection, asRen)
      .isRefused('not-found', 'no such objection');
    given([
      ...COMMANDED,
      proposed(),
      objected(),
      { type: 'mitigation.objection-withdrawn', data: { ...about(), objectionId: OBJECTION } },
    ])
      .when('mitigation.withdraw-objection', objection, { actor: ROZ.actor })
      .happens();
  });

  it('[MIT-70] are taken back while nobody was there since', () => {
    const undo = { ...objection, undoOf: 'command-3' };
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw-objection', undo, { actor: ROZ.actor })
      .happens({
        type: 'mitigation.objection-withdrawn',
        data: { ...about(), objectionId: OBJECTION, undoOf: 'command-3' },
      });
    given([...COMMANDED, proposed(), objected(), amended(2)])
      .when('mitigation.withdraw-objection', undo, { actor: ROZ.actor })
      .isRefused('conflict', 'changed this since');
  });

  it('[MIT-8] a deputy withdraws too', () => {
    given([...COMMANDED, held('deputy', ROZ), proposed()])
      .when('mitigation.withdraw', { incidentId, mitigationId: M1 }, { actor: ROZ.actor })
      .happens({ type: 'mitigation.withdrawn', data: about() });
  });
});
