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
    ['a viewer', VIC.id, '@vic is a viewer; this is for responders'],
    ['a manager', MIA.id, '@mia is a manager; this is for responders'],
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

  it('[MIT-8] a deputy withdraws too', () => {
    given([...COMMANDED, held('deputy', ROZ), proposed()])
      .when('mitigation.withdraw', { incidentId, mitigationId: M1 }, { actor: ROZ.actor })
      .happens({ type: 'mitigation.withdrawn', data: about() });
  });
});
